// Names for things by what they are: UUIDs of version 5 (RFC 9562, 5.5), the same for the same text on every machine.

const URL_NAMESPACE = "6ba7b8119dad11d180b400c04fd430c8";
const CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** SHA-1 (FIPS 180-4): names only, nothing is kept secret with it. The browser's own cannot be had without waiting. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const words = new Int32Array(80);
  for (let start = 0; start < padded.length; start += 64) {
    for (let n = 0; n < 16; n++) words[n] = view.getInt32(start + 4 * n);
    for (let n = 16; n < 80; n++) {
      words[n] = rotated(words[n - 3]! ^ words[n - 8]! ^ words[n - 14]! ^ words[n - 16]!, 1);
    }
    let [a, b, c, d, e] = state as [number, number, number, number, number];
    for (let n = 0; n < 80; n++) {
      const mixed = n < 20 ? (b & c) | (~b & d) : n >= 40 && n < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      const next = (rotated(a, 5) + mixed + e + CONSTANTS[Math.floor(n / 20)]! + words[n]!) | 0;
      [e, d, c, b, a] = [d, c, rotated(b, 30), a, next];
    }
    [a, b, c, d, e].forEach((word, place) => {
      state[place] = (state[place]! + word) | 0;
    });
  }
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, place) => {
    digest.setInt32(4 * place, word);
  });
  return new Uint8Array(digest.buffer);
}

/** The UUID of version 5 of a text in the namespace of addresses. */
export function uuidOf(text: string): string {
  const name = new TextEncoder().encode(text);
  const space = Uint8Array.from(URL_NAMESPACE.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const hash = sha1(Uint8Array.from([...space, ...name])).slice(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const digits = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
