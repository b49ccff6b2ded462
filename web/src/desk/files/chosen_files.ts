// What was chosen or dropped, as a list of files that are read only when their turn comes.
import { filesInZip } from "./nested_zips";

export interface ChosenFile {
  name: string;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

const bytes = async (file: File): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());
/** What systems and editors leave in folders by themselves. */
const JUNK = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/;

/** The files of an input or a drop: each hand-in, and each entry of a ZIP. A ZIP that can't be opened is one, too. */
export async function chosenFiles(files: { name: string; file: File }[]): Promise<ChosenFile[]> {
  const found: ChosenFile[] = [];
  for (const { name, file } of files) {
    if (JUNK.test(name)) continue;
    if (!/\.zip$/i.test(name)) found.push({ name, read: () => bytes(file) });
    else found.push(...(await inZip(name, file)));
  }
  return found;
}

async function inZip(name: string, file: File): Promise<ChosenFile[]> {
  try {
    return await filesInZip(name, await bytes(file));
  } catch (error) {
    return [{ name, read: () => Promise.reject(error as Error) }];
  }
}

export const filesOfInput = (input: HTMLInputElement): { name: string; file: File }[] =>
  [...(input.files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));

/** Everything in a drop, folders and theirs too. */
export async function filesOfDrop(data: DataTransfer): Promise<{ name: string; file: File }[]> {
  // Both lists are empty once this turn is over.
  const roots = [...data.items]
    .map((item) => item.webkitGetAsEntry?.())
    .filter((one): one is FileSystemEntry => Boolean(one));
  const plain = [...data.files].map((file) => ({ name: file.name, file }));
  return roots.length ? (await Promise.all(roots.map(filesOfEntry))).flat() : plain;
}

async function filesOfEntry(entry: FileSystemEntry): Promise<{ name: string; file: File }[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ name: entry.fullPath.replace(/^\//, ""), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: { name: string; file: File }[] = [];
  for (;;) {
    // A browser gives a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return all;
    for (const one of some) all.push(...(await filesOfEntry(one)));
  }
}
