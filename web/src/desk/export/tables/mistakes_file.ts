// The planned mistakes of the exercises with how many learners made each, as a file.
import { mistakes } from "../analysis/mistakes";
import { feedbackOn } from "../analysis/planned";
import type { About, Book } from "../points";
import { csv, guarded } from "./csv";

/** A line for each planned mistake that somebody's answers show; undefined: nobody's do. */
export function mistakesFile(book: Book, { key }: About): string | undefined {
  const people = book.who.newest;
  const lines = mistakes(book, people, key, Number.POSITIVE_INFINITY).flatMap(({ item, count, of, planned }) =>
    planned
      ? [[guarded(item), planned.map(guarded).join(" "), count, of, guarded(feedbackOn(key, item, planned[0] ?? ""))]]
      : [],
  );
  return lines.length ? `\uFEFF${csv([["exercise", "mistake", "learners", "of", "feedback"], ...lines])}` : undefined;
}
