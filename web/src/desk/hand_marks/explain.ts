// What a person should know of the marks that people gave, before any file is used.
import words from "../../../../src/coursekit/words/en/classroom/marks.json";
import { addSentences, say } from "../../shared/words";
import type { Cell, CriterionMark, HandMark, Marked } from "../types";
import { byText, settle } from "./marks";

addSentences(words);

export const graderOf = ({ grader }: HandMark): string => grader || say("marks.unnamed");

/** A hand-in and a text, as the instructor knows them. */
function placeOf(mark: HandMark, all: Marked[]): { who: string; item: string } {
  const one = all.find(({ sha256 }) => sha256 === mark.sha256);
  const who = one ? (one.alias ? `${one.alias} (${one.file})` : one.file) : `${mark.sha256.slice(0, 12)}…`;
  return { who, item: mark.text.replace(/^reflection\//, "") };
}

const pointsOf = ({ points }: HandMark): string => (points === null ? say("marks.taken-back") : String(points));

/** Where graders disagree, and how many marks are for files that are not here. */
export function explainMarks(hand: HandMark[], all: Marked[]): string[] {
  const here = new Set(all.map(({ sha256 }) => sha256));
  const disputed = byText(hand).flatMap((marks) => {
    const [first, settled] = [marks[0], settle(marks)];
    if (!first || !settled || settled.points !== undefined) return [];
    const opinions = settled.marks.map((mark) => `${graderOf(mark)} ${pointsOf(mark)}`).join(", ");
    return [say("marks.disagree", { ...placeOf(first, all), opinions })];
  });
  const elsewhere = new Set(hand.map(({ sha256 }) => sha256).filter((sha256) => !here.has(sha256))).size;
  return [...disputed, ...(elsewhere ? [say("marks.elsewhere", { n: elsewhere })] : [])];
}

/** Of each mark that gave way to a newer one of the same grader, what it was and is. */
export const explainReplaced = (replaced: [HandMark, HandMark][], all: Marked[]): string[] =>
  replaced.map(([old, now]) =>
    say("marks.replaced", {
      ...placeOf(old, all),
      grader: graderOf(old),
      old: pointsOf(old),
      now: pointsOf(now),
    }),
  );

/** What one grader gave for each criterion, as one sentence. */
export const explainCriteria = (grader: string, criteria: CriterionMark[]): string =>
  say("marks.criteria", {
    grader,
    list: criteria
      .map(({ name, points, of, comment }) => {
        const given = say("marks.criterion", { name, points: points ?? "–", of });
        return comment ? `${given} (${comment})` : given;
      })
      .join(", "),
  });

/** That the sum of the criteria was scaled to the item's points; undefined where both have the same maximum. */
export function explainScale(criteria: CriterionMark[], most: number): string | undefined {
  const whole = criteria.reduce((sum, { of }) => sum + of, 0);
  return whole === most ? undefined : say("marks.scaled", { whole, most });
}

/** Who gave other points than marking did, and why; undefined where nobody did. */
export function explainOverride({ override, points }: Cell): string | undefined {
  if (!override) return undefined;
  const { before, was, by, reasons } = override;
  const values = { by, after: points ?? "–", before: before ?? "–", was: say(`report.outcome.${was}`) };
  return say("marks.override", { ...values, reason: reasons.join(" ") });
}
