// SHA-256 of a file: by the browser, or here where a page that is neither https nor on this machine has no such thing.

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  const digest = subtle ? new Uint8Array(await subtle.digest("SHA-256", bytes)) : sha256InScript(bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** FIPS 180-4. Its constants are the first bits of the fractions of square and cube roots of the first primes. */
export function sha256InScript(bytes: Uint8Array): Uint8Array {
  const primes = [2];
  for (let n = 3; primes.length < 64; n += 2) if (primes.every((prime) => n % prime)) primes.push(n);
  const part = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
  const k = primes.map((prime) => part(Math.cbrt(prime)));
  const state = primes.slice(0, 8).map((prime) => part(Math.sqrt(prime)));
  const padded = new Uint8Array((((bytes.length + 8) >> 6) << 6) + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
  const turn = (x: number, n: number): number => (x >>> n) | (x << (32 - n));
  const w = new Int32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    for (let n = 0; n < 64; n++) {
      if (n < 16) w[n] = view.getInt32(at + 4 * n);
      else {
        const [a, b] = [w[n - 15]!, w[n - 2]!];
        w[n] =
          w[n - 16]! + w[n - 7]! + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
      }
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let n = 0; n < 64; n++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + k[n]! + w[n]!) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    for (const [n, value] of [a, b, c, d, e, f, g, h].entries()) state[n] = (state[n]! + value) | 0;
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [n, value] of state.entries()) digest.setInt32(4 * n, value);
  return new Uint8Array(digest.buffer);
}
