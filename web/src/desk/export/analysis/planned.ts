// The mistakes that an exercise's author planned, in words for people.
import { say } from "../../../shared/words";
import { plainWords } from "../plain_words";
import type { KeyAbout } from "../points";

/** The name of a planned mistake as words: "mistake_ignores_heavy_share" gives "ignores heavy share". */
export const nameInWords = (name: string): string => name.replace(/^mistake_/, "").replaceAll("_", " ");

/** What the course says to whoever makes the mistake; values that vary by learner are left out. */
export function feedbackOn(key: KeyAbout, exercise: string, name: string): string {
  const entry = key.exercises?.find(({ id }) => id === exercise);
  const told = entry?.feedback?.[entry.mistaken?.[name] ?? ""] ?? "";
  return plainWords(told).replace(/\{[A-Z][A-Z0-9_]*(:[^{}]*)?\}/g, "…");
}

/** The mistakes that one hand-in's answers show, as a sentence; several where their answers are the same. */
export function plannedWords(key: KeyAbout, exercise: string, names: string[]): string {
  const name = names.map(nameInWords).join(` ${say("report.planned-or")} `);
  const says = feedbackOn(key, exercise, names[0] ?? "");
  return say(says ? "report.planned" : "report.planned-bare", { name, says });
}
