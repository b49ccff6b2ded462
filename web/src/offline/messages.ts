// What the page and the service worker tell each other.

/** Of a file of the site: the start of its SHA-256, its bytes, its bytes as sent compressed. */
export type FileFact = [hash: string, bytes: number, sent: number];

export type Level = "reading" | "python";

/** What src/coursekit/book/site/offline.py writes at the head of the service worker. */
export type Site = {
  build: string;
  /** What stands behind a file's address, so that the address is the one that pages use. */
  marks: Record<string, string>;
  files: Record<string, FileFact>;
  pages: Record<string, { title: string; reading: string[]; python: string[] }>;
  words: { title: string; text: string; lang: string };
};

export type CacheRequest =
  | { type: "visit"; page: string; have: string[]; frugal: boolean }
  | { type: "keep"; page: string; level: Level | "course" }
  | { type: "ran"; page: string; runtime: string[] }
  | { type: "drop"; page: string }
  | { type: "look"; page: string }
  | { type: "use" };

/** Where a page stands: what is kept of it, and bytes (as sent) that each choice would still bring. */
export type CacheState = {
  page: boolean;
  python: boolean;
  course: boolean;
  sizes: { page: number; python: number; course: number };
  coded: boolean;
};

export type CacheReply =
  | { type: "progress"; loaded: number; total: number }
  | { type: "done"; state: CacheState }
  | { type: "failed"; reason: "unreachable" | "full" | "changed"; file: string; state: CacheState };

/** What the service worker tells the other open pages when one of them has kept or dropped something. */
export const CHANGED = "coursekit:kept-changed";
