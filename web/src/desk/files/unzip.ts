// The entries of a ZIP, one at a time: nothing is unpacked before it is asked for, and never more than a hand-in may have.
import { say } from "../../shared/words";
import { MAX_BYTES, MalformedFile } from "./submission";

export const MAX_ENTRIES = 20_000;
/** How many times its packed size an entry may have; text packs to a tenth, a bomb to a thousandth. */
const MAX_RATIO = 200;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const HEAD = 0x04034b50;
const JUNK = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/;

export interface Entry {
  name: string;
  /** Bytes that it has unpacked, by what the ZIP says. */
  size: number;
  /** Unpack it; refused if that is more than `most` bytes. */
  read(most?: number): Promise<Uint8Array<ArrayBuffer>>;
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && [3, 5].includes(bytes[2] ?? 0);

/** Texts and tables of office programs are ZIPs too, and no hand-ins. */
export const isOfficeFile = (name: string): boolean => /\.(docx|docm|odt|pages|pptx|odp|xlsx|ods)$/i.test(name);

/**
 * The files in the ZIP; folders and what systems leave in one by themselves are passed over.
 * @throws Malformed with a sentence
 */
export function zipEntries(bytes: Uint8Array<ArrayBuffer>): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.length - end < 65_557 && view.getUint32(end, true) !== END) end--;
  if (end < 0 || bytes.length - end >= 65_557) throw new MalformedFile(say("desk.zip-cut"));
  const many = view.getUint16(end + 10, true);
  let place = view.getUint32(end + 16, true);
  if (many === 0xffff || place === 0xffffffff) throw new MalformedFile(say("desk.zip-64"));
  if (many > MAX_ENTRIES) throw new MalformedFile(say("desk.zip-many", { most: MAX_ENTRIES }));
  const found: Entry[] = [];
  for (let n = 0; n < many; n++) {
    if (place + 46 > end || view.getUint32(place, true) !== ENTRY) throw new MalformedFile(say("desk.zip-cut"));
    const [flags, method] = [view.getUint16(place + 8, true), view.getUint16(place + 10, true)];
    const [packed, size] = [view.getUint32(place + 20, true), view.getUint32(place + 24, true)];
    const [named, extra, comment] = [28, 30, 32].map((at) => view.getUint16(place + at, true)) as [
      number,
      number,
      number,
    ];
    const head = view.getUint32(place + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(place + 46, place + 46 + named));
    place += 46 + named + extra + comment;
    if (name.endsWith("/") || JUNK.test(name)) continue;
    const at = { flags, method, packed, size, head };
    found.push({ name, size, read: (most = MAX_BYTES) => unpack(bytes, view, at, most) });
  }
  return found;
}

interface Where {
  flags: number;
  method: number;
  packed: number;
  size: number;
  head: number;
}

async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  at: Where,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (at.flags & 1) throw new MalformedFile(say("desk.zip-locked"));
  if (at.size > most || at.packed > most) throw new MalformedFile(say("desk.too-big", { most: most / 1e6 }));
  if (at.head + 30 > bytes.length || view.getUint32(at.head, true) !== HEAD)
    throw new MalformedFile(say("desk.zip-cut"));
  const start = at.head + 30 + view.getUint16(at.head + 26, true) + view.getUint16(at.head + 28, true);
  const body = bytes.subarray(start, start + at.packed);
  if (body.length < at.packed) throw new MalformedFile(say("desk.zip-cut"));
  if (at.method === 0) return body.slice();
  if (at.method !== 8) throw new MalformedFile(say("desk.zip-method"));
  return inflate(body, Math.min(most, Math.max(20_000, at.packed * MAX_RATIO)));
}

/** What `body` unpacks to; given up as soon as there is more than `most`, whatever its entry said. */
async function inflate(body: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([body]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) throw new MalformedFile(say("desk.zip-bomb"));
      parts.push(value as Uint8Array<ArrayBuffer>);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error instanceof MalformedFile ? error : new MalformedFile(say("desk.zip-cut"));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
