// What comes out of grading: pure functions from marked hand-ins to files for the instructor.
import words from "../../../../src/coursekit/words/en/classroom/report.json";
import { addSentences } from "../../shared/words";
import { explainMarks } from "../hand_marks/explain";
import type { HandMark, Marked, Sheet } from "../types";
import { explainCollision } from "./identity";
import { monday } from "./monday/monday";
import { type About, book } from "./points";
import { report } from "./report/report";
import { filledIn } from "./tables/filled_in";
import { gradebook } from "./tables/gradebook";
import { canvas, moodle } from "./tables/lms";

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
  return [
    { name: "gradebook.csv", text: gradebook(made) },
    { name: "canvas.csv", text: canvas(made, about) },
    { name: "moodle.csv", text: moodle(made, about) },
    { name: "report.html", text: report(made, about) },
    { name: "monday.html", text: monday(made, about) },
    ...(filled === undefined ? [] : [{ name: "filled-in.csv" as const, text: filled }]),
  ];
}

/** The results as the command line keeps them too: one hand-in a line. */
export function results(all: Marked[]): Sheet {
  return { name: "results.jsonl", text: all.map((one) => `${JSON.stringify(one)}\n`).join("") };
}
