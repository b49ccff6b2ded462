// The assignment that this browser keeps: its link's content, at hand before anything else has loaded.
import { courseKey } from "../shared/course";
import { type Assignment, decode, encode } from "./format";

/** Where it is kept; page.ts looks there too. */
export const STORAGE_KEY = courseKey("assignment");
const tabGlobals = window as unknown as { coursekitAssignment?: string };

/** The kept assignment, or undefined. */
export function storedAssignment(): Assignment | undefined {
  try {
    const text = tabGlobals.coursekitAssignment ?? localStorage.getItem(STORAGE_KEY);
    return text ? decode(text) : undefined;
  } catch {
    return undefined; // closed storage, or something else under that name
  }
}

/** Keep it; returns whether it outlives this page. */
export function storeAssignment(assignment: Assignment): boolean {
  tabGlobals.coursekitAssignment = encode(assignment);
  try {
    localStorage.setItem(STORAGE_KEY, tabGlobals.coursekitAssignment);
    return true;
  } catch {
    return false;
  }
}

export function removeAssignment(): void {
  delete tabGlobals.coursekitAssignment;
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Then it was this page's only.
  }
}
