// ZIPs inside of a ZIP, as learning platforms and sections of a class make them: opened, within bounds.
import { say } from "../../shared/words";
import { MalformedFile } from "./submission";
import { isZip, MAX_ENTRIES, zipEntries } from "./unzip";

/** How deep ZIPs are opened, the outermost counted. src/coursekit/classroom/grading/nested_zips.py has the same bounds. */
const MAX_DEPTH = 3;
/** What all ZIPs inside of one may unpack to together. */
const MAX_NESTED_BYTES = 20_000_000;

export interface FileInZip {
  name: string;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/** What may still be opened inside of one ZIP. */
interface Left {
  bytes: number;
  entries: number;
}

/**
 * The files in a ZIP and in the ZIPs inside of it, each under the names of all that it lies in.
 * A ZIP inside that is refused is one file, whose reading gives the reason.
 * @throws MalformedFile with a sentence, if the outermost cannot be opened or is empty
 */
export async function filesInZip(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<FileInZip[]> {
  return opened(name, bytes, 1, { bytes: MAX_NESTED_BYTES, entries: MAX_ENTRIES });
}

async function opened(name: string, bytes: Uint8Array<ArrayBuffer>, depth: number, left: Left): Promise<FileInZip[]> {
  const entries = zipEntries(bytes);
  if (!entries.length) throw new MalformedFile(say("desk.zip-empty"));
  if (entries.length > left.entries) throw new MalformedFile(say("desk.zip-many-inside", { most: MAX_ENTRIES }));
  left.entries -= entries.length;
  const found: FileInZip[] = [];
  for (const entry of entries) {
    const inner = `${name}/${entry.name}`;
    if (!/\.zip$/i.test(entry.name)) {
      found.push({ name: inner, read: () => entry.read() });
      continue;
    }
    try {
      if (entry.size > left.bytes)
        throw new MalformedFile(say("desk.zip-much-inside", { most: MAX_NESTED_BYTES / 1e6 }));
      const content = await entry.read(left.bytes);
      if (!isZip(content)) found.push({ name: inner, read: () => Promise.resolve(content) });
      else if (depth === MAX_DEPTH) throw new MalformedFile(say("desk.zip-deep", { most: MAX_DEPTH }));
      else {
        left.bytes -= content.length;
        found.push(...(await opened(inner, content, depth + 1, left)));
      }
    } catch (error) {
      found.push({ name: inner, read: () => Promise.reject(error as Error) });
    }
  }
  return found;
}
