// The assignments that this browser keeps, by their links' content, at hand before anything else has loaded. One of them
// is shown: each tab has its own, and a new tab that which was chosen last.
import { courseKey } from "../shared/course";
import { type Assignment, decode, encode } from "./format";

/** Where what is shown is kept, for this tab and for new ones; page.ts looks there too. */
export const STORAGE_KEY = courseKey("assignment");
/** Where all are kept. */
const LIST_KEY = courseKey("assignments");
const MOST_KEPT = 50;
const NONE = "-"; // this tab shows none, whatever other tabs show
const tabGlobals = window as unknown as { coursekitAssignment?: string; coursekitAssignments?: string[] | undefined };

function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null; // closed to this page
  }
}

function write(storage: () => Storage, key: string, text: string | undefined): boolean {
  try {
    if (text === undefined) storage().removeItem(key);
    else storage().setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

const ofBrowser = (): Storage => localStorage;
const ofTab = (): Storage => sessionStorage;

function decoded(text: string): Assignment | undefined {
  try {
    return decode(text);
  } catch {
    return undefined; // something else under that name
  }
}

/** The assignment that this tab shows, or undefined. */
export function storedAssignment(): Assignment | undefined {
  const text = tabGlobals.coursekitAssignment ?? read(ofTab, STORAGE_KEY) ?? read(ofBrowser, STORAGE_KEY);
  return text && text !== NONE ? decoded(text) : undefined;
}

/** Two links of one assignment, of which the later may have another date or other things in it. */
export const isSame = (one: Assignment, other: Assignment): boolean =>
  one.title === other.title && one.code === other.code;

/** All assignments that this browser keeps, the newest first. */
export function keptAssignments(): Assignment[] {
  let texts: unknown = tabGlobals.coursekitAssignments;
  try {
    texts ??= JSON.parse(read(ofBrowser, LIST_KEY) ?? "[]");
  } catch {
    // something else under that name
  }
  const all = Array.isArray(texts) ? texts.flatMap((text) => decoded(String(text)) ?? []) : [];
  const shown = storedAssignment(); // kept before there was a list
  return shown && !all.some((one) => isSame(one, shown)) ? [shown, ...all] : all;
}

function keepList(all: Assignment[]): void {
  const texts = all.slice(0, MOST_KEPT).map(encode);
  tabGlobals.coursekitAssignments = write(ofBrowser, LIST_KEY, JSON.stringify(texts)) ? undefined : texts;
}

/** Keep an assignment beside the others, in the place of an earlier form of it; it is not shown by that. */
export function keepAssignment(assignment: Assignment): void {
  keepList([assignment, ...keptAssignments().filter((one) => !isSame(one, assignment))]);
}

/** Show it in this tab, and keep it; returns whether it outlives this page. */
export function storeAssignment(assignment: Assignment): boolean {
  keepAssignment(assignment);
  const text = encode(assignment);
  tabGlobals.coursekitAssignment = text;
  write(ofTab, STORAGE_KEY, text);
  return write(ofBrowser, STORAGE_KEY, text);
}

/** Show none in this tab; it stays among those that are kept. */
export function leaveAssignment(): void {
  const shown = storedAssignment();
  const inBrowser = decoded(read(ofBrowser, STORAGE_KEY) ?? "");
  if (shown) keepList(keptAssignments());
  tabGlobals.coursekitAssignment = NONE;
  write(ofTab, STORAGE_KEY, NONE);
  if (!inBrowser || !shown || isSame(inBrowser, shown)) write(ofBrowser, STORAGE_KEY, undefined);
}

/** Let it go from the list too. */
export function forgetAssignment(assignment: Assignment): void {
  const shown = storedAssignment();
  const rest = keptAssignments().filter((one) => !isSame(one, assignment));
  if (shown && isSame(shown, assignment)) leaveAssignment();
  keepList(rest);
}
