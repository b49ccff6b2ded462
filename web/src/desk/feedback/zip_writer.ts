// A ZIP of texts, unpacked in size and the same for the same texts: what Canvas and Moodle unpack when it is uploaded.

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (CRC[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [VERSION, UTF8, FIRST_DAY] = [20, 0x0800, 0x0021]; // names in UTF-8; 1 January 1980, the first that a ZIP can say

/** Fields of two or four bytes, each as [size, value]. */
function fields(...parts: [2 | 4, number][]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(parts.reduce((sum, [size]) => sum + size, 0)));
  let place = 0;
  for (const [size, value] of parts) {
    if (size === 2) view.setUint16(place, value, true);
    else view.setUint32(place, value, true);
    place += size;
  }
  return new Uint8Array(view.buffer);
}

/** Files of name and text; names are paths with slashes. */
export function writeZip(files: [string, string][]): Uint8Array<ArrayBuffer> {
  const encode = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const central: Uint8Array<ArrayBuffer>[] = [];
  const size = (some: Uint8Array[]): number => some.reduce((sum, { length }) => sum + length, 0);
  for (const [name, text] of files) {
    const [path, body] = [encode.encode(name), encode.encode(text)];
    const at = size(parts);
    const about: [2 | 4, number][] = [
      [2, UTF8],
      [2, 0],
      [2, 0],
      [2, FIRST_DAY],
      [4, checksum(body)],
      [4, body.length],
      [4, body.length],
      [2, path.length],
      [2, 0],
    ]; // prettier-ignore
    parts.push(fields([4, LOCAL], [2, VERSION], ...about), path, body);
    central.push(
      fields([4, CENTRAL], [2, VERSION], [2, VERSION], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
      path,
    );
  }
  const [start, length] = [size(parts), size(central)];
  const count: [2, number] = [2, files.length];
  const end = fields([4, END], [2, 0], [2, 0], count, count, [4, length], [4, start], [2, 0]);
  const whole = new Uint8Array(start + length + end.length);
  let place = 0;
  for (const part of [...parts, ...central, end]) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}
