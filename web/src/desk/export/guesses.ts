// The guesses of a hand-in in sentences: they are shown beside its marks and count for nothing.
import { parseCurve } from "../../prediction/curve_score";
import { joinUnit } from "../../prediction/score";
import { say } from "../../shared/words";
import type { Marked } from "../types";
import type { CourseAbout, PredictionAbout } from "./points";

/** A value that was guessed, or that the model gives, as its question words it. */
function worded(value: string, { unit = "", options }: Partial<PredictionAbout>): string {
  const label = options?.[value];
  if (label) return label;
  const values = parseCurve(value);
  if (values.length > 1) return joinUnit(values.join(", "), unit);
  return values.length && values[0] !== 1 ? joinUnit(value, unit) : value; // one of something has a name of its own
}

/** Each guess with its question and the model's answer, in the course's order; what the course does not know goes last. */
export function guessLines({ predictions }: Marked, course: CourseAbout | undefined): string[] {
  const asked = course?.predictions ?? [];
  const known = asked.map(({ id }) => id).filter((id) => Object.hasOwn(predictions, id));
  const others = Object.keys(predictions).filter((id) => !known.includes(id));
  return [...known, ...others.sort()].flatMap((id) => {
    const given = predictions[id];
    if (!given) return [];
    const about = asked.find((one) => one.id === id) ?? { id };
    const guess = given.guess === null ? say("report.guess.none") : worded(given.guess, about);
    const answer = about.shown || worded(given.answer, about);
    return [say("report.guess.line", { question: about.question ?? `${id}:`, guess, answer })];
  });
}
