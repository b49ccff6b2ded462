// What a page has still to keep, written to localStorage at once: IndexedDB may not come to it before the page ends.
// Every page has one pending write for each key; it goes when what it says has reached IndexedDB.

import { courseKey } from "./course";

/** A name for this script in this tab, so that what it wrote itself is not taken for another's. */
export const TAB = Math.random().toString(36).slice(2, 12);

export interface PendingWrite {
  /** The name in localStorage. */
  name: string;
  /** The key of the work that it belongs to. */
  key: string;
  text: string;
}

const PREFIX = courseKey("pending/");
const nameOf = (key: string): string => `${PREFIX}${key}/${TAB}`;

/** Write down `value` (plain data) for `key` now. Returns whether it is written: there may be no room. */
export function savePendingWrite(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(nameOf(key), JSON.stringify(value));
    return true;
  } catch {
    clearPendingWrite(key); // an older one would pass for the newest
    return false;
  }
}

/** Whether this script has a pending write for `key`. */
export function hasPendingWrite(key: string): boolean {
  return listPendingWrites(key).some(({ name }) => name === nameOf(key));
}

/** Remove this script's own pending write for `key`; with `value`, only if it still says that. */
export function clearPendingWrite(key: string, value?: unknown): void {
  try {
    if (value === undefined || localStorage.getItem(nameOf(key)) === JSON.stringify(value))
      localStorage.removeItem(nameOf(key));
  } catch {
    // Storage is shut: then there was none.
  }
}

/** The pending writes of all pages, of one key or of all. */
export function listPendingWrites(key?: string): PendingWrite[] {
  try {
    const start = key === undefined ? PREFIX : `${PREFIX}${key}/`;
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(start))
      .map((name) => ({
        name,
        key: name.slice(PREFIX.length, name.lastIndexOf("/")),
        text: localStorage.getItem(name) ?? "null",
      }));
  } catch {
    return [];
  }
}

/** The value of a pending write; undefined if it is malformed. */
export function parsePendingWrite(write: PendingWrite): unknown {
  try {
    return JSON.parse(write.text) as unknown;
  } catch {
    return undefined;
  }
}

/** Remove other pages' pending writes that have been kept, unless their page has written anew in between. */
export function clearPendingWrites(writes: PendingWrite[]): void {
  try {
    for (const { name, key, text } of writes)
      if (name !== nameOf(key) && localStorage.getItem(name) === text) localStorage.removeItem(name);
  } catch {
    // They are read once more, and change nothing then.
  }
}

/** Remove the pending writes of all pages for the keys that are `wanted`: what they belong to is to be deleted. */
export function deletePendingWrites(wanted: (key: string) => boolean): void {
  try {
    for (const { name, key } of listPendingWrites()) if (wanted(key)) localStorage.removeItem(name);
  } catch {
    // Storage is shut: then there are none.
  }
}

/** Call `heard` with the value of what other tabs note for `key` while they are open. */
export function onPendingWrite(key: string, heard: (value: unknown) => void): void {
  window.addEventListener("storage", ({ key: name, newValue }) => {
    if (name?.startsWith(`${PREFIX}${key}/`) && newValue !== null)
      heard(parsePendingWrite({ name, key, text: newValue }));
  });
}
