// Where graders disagree: the marks side by side, as data and as a file, and what ends it, which is somebody's choice.
import words from "../../../../src/coursekit/words/en/classroom/marks.json";
import { addSentences, say } from "../../shared/words";
import { csv, guarded, parse, type Value } from "../export/tables/csv";
import type { HandMark, Marked } from "../types";
import { explainCriteria, graderOf } from "./explain";
import { byText, settle } from "./marks";

addSentences(words);

/** The marks for one item of one hand-in that disagree. */
export interface Conflict {
  sha256: string;
  text: string;
  marks: HandMark[];
}

export function conflicts(hand: HandMark[]): Conflict[] {
  return byText(hand).flatMap((marks) => {
    const settled = settle(marks);
    const [first] = settled?.marks ?? [];
    if (!settled || !first || settled.points !== undefined) return [];
    return [{ sha256: first.sha256, text: first.text, marks: settled.marks }];
  });
}

/** The mark that ends a disagreement: what `chosen` gave, given again by whoever decides. */
export const decision = (chosen: HandMark, grader: string, at: string): HandMark => ({
  ...chosen,
  ...{ grader, at, decides: true },
});

const COLUMNS = ["take", "file", "alias", "item", "n", "grader", "points", "comment", "at", "hand_in"];

/** The disagreements as CSV, a line for each mark: in the column "take", an x chooses one of each item. */
export function conflictsFile(hand: HandMark[], all: Marked[]): string {
  const here = new Map(all.map((one) => [one.sha256, one]));
  const lines = conflicts(hand).flatMap(({ sha256, text, marks }) =>
    marks.map((mark, n): Value[] => {
      const criteria = mark.criteria ? explainCriteria(graderOf(mark), mark.criteria) : "";
      const said = [mark.comment ?? "", criteria, mark.reason ?? ""].filter(Boolean).join(" | ");
      const one = here.get(sha256);
      return [
        ...["", guarded(one?.file ?? ""), guarded(one?.alias ?? ""), guarded(text), n + 1],
        ...[guarded(mark.grader ?? ""), mark.points ?? "", guarded(said), mark.at ?? "", sha256],
      ];
    }),
  );
  return `\uFEFF${csv([COLUMNS, ...lines])}`;
}

/**
 * The marks that a file with choices adds, and sentences about choices that no longer fit. The file is that of
 * `conflictsFile` with something in its column "take".
 * @throws Error with a sentence: no such file, two marks taken for one item
 */
export function readChoices(
  [name, text]: [string, string],
  hand: HandMark[],
  at: string,
): { marks: HandMark[]; notes: string[] } {
  const [head = [], ...rows] = parse(text);
  const column = (row: string[], title: string): string => (row[head.indexOf(title)] ?? "").trim();
  if (!COLUMNS.every((title) => head.includes(title))) throw new Error(say("marks.choices", { name }));
  const open = new Map(conflicts(hand).map((one) => [`${one.sha256} ${one.text}`, one]));
  const chosen = new Map<string, HandMark>();
  const notes: string[] = [];
  for (const row of rows.filter((one) => column(one, "take"))) {
    const [item, place] = [column(row, "item"), `${column(row, "hand_in")} ${column(row, "item")}`];
    if (chosen.has(place)) throw new Error(say("marks.choice-twice", { name, item, file: column(row, "file") }));
    const mark = open.get(place)?.marks[Number(column(row, "n")) - 1];
    // A list that somebody sorted anew, or marks that came in meanwhile, must not make another mark the chosen one.
    const same = mark && mark.points === Number(column(row, "points").replace(",", "."));
    if (mark && same && guarded(mark.grader ?? "") === column(row, "grader")) chosen.set(place, mark);
    else notes.push(say("marks.choice-old", { name, item, file: column(row, "file") }));
  }
  return { marks: [...chosen.values()].map((mark) => decision(mark, mark.grader ?? "", at)), notes };
}
