// The feedback for everybody, as one ZIP to be uploaded.
import { type About, book } from "../export/points";
import type { HandMark, Marked } from "../types";
import { feedbackPaths } from "./file_names";
import { learnerPage } from "./learner_page";
import { writeZip } from "./zip_writer";

/** Path and page of each person's newest hand-in; of whom it is uncertain who it is, gets none. */
export function feedbackPages(all: Marked[], about: About, hand: HandMark[] = []): [string, string][] {
  const made = book(all, about, hand);
  const rows = made.who.newest.filter((row) => !made.who.unclear.has(row));
  const paths = feedbackPaths(rows.map(({ marked }) => marked));
  return rows.map((row, place) => [paths[place] ?? "", learnerPage(row, made, about)]);
}

export const feedbackZip = (all: Marked[], about: About, hand: HandMark[] = []): Uint8Array<ArrayBuffer> =>
  writeZip(feedbackPages(all, about, hand));

/** Bytes as text in base64. */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let place = 0; place < bytes.length; place += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(place, place + 0x8000)));
  }
  return btoa(parts.join(""));
}
