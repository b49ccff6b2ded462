// Marks kept in this browser, so that a desk closed midway loses nothing and repeats nothing.
import { COURSE_ID } from "../../shared/course";
import type { PointsOfHandIn } from "../export/changes";
import { ALONE, readSharing, type Sharing } from "../hand_marks/shares";
import type { BankComment, HandMark, Marked } from "../types";

const DATABASE = `${COURSE_ID}-desk`;
const GRADER = `${COURSE_ID}-desk-grader`;
const SHARING = `${COURSE_ID}-desk-sharing`;
const [MARKS, HAND] = ["marks", "hand"] as const;
type Table = typeof MARKS | typeof HAND;
/** Before a hand-in's name: under which key and way its newest marks are. */
const NEWEST = "newest";
/** What the bank of comments is kept under, beside the names of hand-ins. */
const BANK = "bank";
/** Before a hand-in's name: what its items came to. */
const POINTS = "points";
let opened: Promise<IDBDatabase | undefined> | undefined;

function open(): Promise<IDBDatabase | undefined> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        for (const table of [MARKS, HAND]) request.result.createObjectStore(table);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => resolve(undefined);
    } catch {
      resolve(undefined); // then everything is marked anew
    }
  });
  return opened;
}

async function get<T>(table: Table, name: string): Promise<T | undefined> {
  const database = await open();
  return new Promise((resolve) => {
    const request = database?.transaction(table).objectStore(table).get(name);
    if (!request) return resolve(undefined);
    request.onsuccess = () => resolve(request.result as T | undefined);
    request.onerror = () => resolve(undefined);
  });
}

async function put(table: Table, name: string, value: unknown): Promise<void> {
  const database = await open();
  try {
    database?.transaction(table, "readwrite").objectStore(table).put(value, name);
  } catch {
    // No room: what is on the page is still there.
  }
}

/** What is kept under one key of the course and one way of grading. */
export class StoredMarks {
  constructor(private readonly print: string) {}

  marked = (sha256: string): Promise<Marked | undefined> => get<Marked>(MARKS, `${this.print}/${sha256}`);
  /** The newest marks of a hand-in, with whatever key and in whatever way they were made. */
  static earlier = async (sha256: string): Promise<Marked | undefined> => {
    const print = await get<string>(MARKS, `${NEWEST}/${sha256}`);
    return print === undefined ? undefined : get<Marked>(MARKS, `${print}/${sha256}`);
  };
  keep(marked: Marked): Promise<void> {
    // What timed out may have met a busy machine: it is run again the next time.
    const timedOut = Object.values(marked.exercises).some(({ outcome }) => outcome === "timeout");
    if (!marked.sha256 || marked.status !== "read" || timedOut) return Promise.resolve();
    return put(MARKS, `${this.print}/${marked.sha256}`, marked).then(() =>
      put(MARKS, `${NEWEST}/${marked.sha256}`, this.print),
    );
  }

  // What people gave does not hang on the key: it is kept by hand-in alone.
  static hand = async (sha256: string): Promise<HandMark[]> => (await get<HandMark[]>(HAND, sha256)) ?? [];
  static keepHand = (sha256: string, marks: HandMark[]): Promise<void> => put(HAND, sha256, marks);

  // What hand-ins came to the last time, for the table of changes.
  static points = (sha256: string): Promise<PointsOfHandIn | undefined> => get(MARKS, `${POINTS}/${sha256}`);
  static keepPoints = async (all: [string, PointsOfHandIn][]): Promise<void> => {
    for (const [sha256, points] of all) await put(MARKS, `${POINTS}/${sha256}`, points);
  };

  static bank = async (): Promise<BankComment[]> => (await get<BankComment[]>(HAND, BANK)) ?? [];
  static keepBank = (bank: BankComment[]): Promise<void> => put(HAND, BANK, bank);

  /** The name that who grades here gave; "" if none. */
  static get grader(): string {
    return fromBrowser(GRADER) ?? "";
  }
  static set grader(name: string) {
    toBrowser(GRADER, name);
  }

  /** How the marking is shared out here. */
  static get sharing(): Sharing {
    try {
      return readSharing("", JSON.parse(fromBrowser(SHARING) ?? "{}"));
    } catch {
      return ALONE;
    }
  }
  static set sharing(sharing: Sharing) {
    toBrowser(SHARING, JSON.stringify(sharing));
  }
}

function fromBrowser(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function toBrowser(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Then it is asked for again the next time.
  }
}

/** Everything that was kept: for each table its names and values. */
export type Stored = [Table, [IDBValidKey, unknown][]][];

async function finished(doing: IDBTransaction): Promise<boolean> {
  return new Promise((resolve) => {
    doing.oncomplete = () => resolve(true);
    doing.onerror = doing.onabort = () => resolve(false);
  });
}

/** Drop everything, and return it, so that it can be put back; undefined if it could not be dropped. */
export async function deleteStoredMarks(): Promise<Stored | undefined> {
  const database = await open();
  const doing = database?.transaction([MARKS, HAND], "readwrite");
  if (!doing) return undefined;
  const stored: Stored = [MARKS, HAND].map((table) => [table as Table, []]);
  for (const [table, entries] of stored) {
    const cursor = doing.objectStore(table).openCursor();
    cursor.onsuccess = () => {
      if (!cursor.result) return;
      entries.push([cursor.result.key, cursor.result.value]);
      cursor.result.delete();
      cursor.result.continue();
    };
  }
  return (await finished(doing)) ? stored : undefined;
}

/** Put back what was dropped; what was kept since then stays. */
export async function restoreStoredMarks(stored: Stored): Promise<void> {
  const doing = (await open())?.transaction([MARKS, HAND], "readwrite");
  if (!doing) return;
  for (const [table, entries] of stored) {
    for (const [name, value] of entries) {
      const request = doing.objectStore(table).add(value, name);
      request.onerror = (event) => event.preventDefault();
    }
  }
  await finished(doing);
}
