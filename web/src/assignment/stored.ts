// The assignment that this browser keeps: its link's content, at hand before anything else has loaded.
import { type Assignment, decode, encode } from "./format";

/** Where it is kept; page.ts looks there too. */
export const PLACE = "touched-measured-counted/assignment";
const tab = window as unknown as { coursekitAssignment?: string };

/** The kept assignment, or undefined. */
export function keptAssignment(): Assignment | undefined {
  try {
    const text = tab.coursekitAssignment ?? localStorage.getItem(PLACE);
    return text ? decode(text) : undefined;
  } catch {
    return undefined; // closed storage, or something else under that name
  }
}

/** Keep it; returns whether it outlives this page. */
export function keepAssignment(assignment: Assignment): boolean {
  tab.coursekitAssignment = encode(assignment);
  try {
    localStorage.setItem(PLACE, tab.coursekitAssignment);
    return true;
  } catch {
    return false;
  }
}

export function leaveAssignment(): void {
  delete tab.coursekitAssignment;
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // Then it was this page's only.
  }
}
