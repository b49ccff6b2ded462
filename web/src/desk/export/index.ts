// What comes out of grading: pure functions from marked hand-ins to files for the instructor.
import words from "../../../../src/coursekit/words/en/classroom/report.json";
import { addSentences } from "../../shared/words";
import { conflicts, conflictsFile } from "../hand_marks/conflicts";
import { explainMarks } from "../hand_marks/explain";
import type { HandMark, Item, Marked, Sheet } from "../types";
import { explainCollision } from "./identity";
import { monday } from "./monday/monday";
import { type About, book, order } from "./points";
import { report } from "./report/report";
import { filledIn } from "./tables/filled_in";
import { gradebook } from "./tables/gradebook";
import { canvas, moodle } from "./tables/lms";
import { mistakesFile } from "./tables/mistakes_file";
import { sharesFile } from "./tables/shares_file";
import { statements } from "./xapi/statements";

export { checkClassList } from "../class_list/class_list";
export { fingerprints } from "./analysis/similar_code";
export type { About } from "./points";

/** What a person must know before any of the files is used: whose a hand-in is, and whose mark counts. */
export function warnings(all: Marked[], about: About, hand: HandMark[] = []): string[] {
  const made = book(all, about, hand);
  const collisions = made.who.collisions.map(explainCollision);
  return [...collisions, ...(made.late ?? []), ...filledIn(made, about).notes, ...explainMarks(hand, all)];
}

addSentences(words);

/** Gradebook, Canvas, Moodle, report, and the platform's export filled in if there is one. */
export function sheets(all: Marked[], about: About, hand: HandMark[] = []): Sheet[] {
  const made = book(all, about, hand);
  const filled = filledIn(made, about).text;
  const planned = mistakesFile(made, about);
  const { sharing } = about;
  const disputed = conflicts(hand).length > 0;
  return [
    { name: "gradebook.csv", text: gradebook(made, about.course) },
    { name: "canvas.csv", text: canvas(made, about) },
    { name: "moodle.csv", text: moodle(made, about) },
    { name: "report.html", text: report(made, about) },
    { name: "monday.html", text: monday(made, about) },
    ...(planned === undefined ? [] : [{ name: "mistakes.csv" as const, text: planned }]),
    ...(filled === undefined ? [] : [{ name: "filled-in.csv" as const, text: filled }]),
    ...(sharing?.graders.length
      ? [{ name: "shares.csv" as const, text: sharesFile(sharing, all, withEssays(made.items, about)) }]
      : []),
    ...(disputed ? [{ name: "conflicts.csv" as const, text: conflictsFile(hand, all) }] : []),
  ];
}

/** The free texts that are marked: those that were assigned, else all that the key knows. */
export function essaysOf(items: Item[] | undefined, { key }: Pick<About, "key">): Item[] {
  const assigned = items?.filter(({ kind }) => kind === "reflection") ?? [];
  if (assigned.length) return assigned;
  const known = Object.entries(key.reflections ?? {}).sort(([a], [b]) => order(a, b));
  return known.map(([id, { points = 1 }]) => ({ kind: "reflection", id, points }));
}

/** All items where free text was assigned, so that it is known which of them a learner drew; else the key's texts. */
export const withEssays = (items: Item[] | undefined, about: Pick<About, "key">): Item[] =>
  items?.some(({ kind }) => kind === "reflection") ? items : essaysOf(items, about);

/** What came of grading as xAPI statements, for a learning record store. */
export function xapi(all: Marked[], about: About, hand: HandMark[] = []): Sheet {
  return { name: "xapi.json", text: `${JSON.stringify(statements(book(all, about, hand), about), null, 1)}\n` };
}

/** The results as the command line keeps them too: one hand-in a line. */
export function results(all: Marked[]): Sheet {
  return { name: "results.jsonl", text: all.map((one) => `${JSON.stringify(one)}\n`).join("") };
}
