// How far a learner is, from what is kept of their work.
import { parseSavedCode } from "../../code/saved/saved_code";
import { parseSeen, SEEN_KEY } from "../../progress/seen";
import { ESSAY_FIELD, parseTexts } from "../../shared/free_text/saved_texts";
import type { Course, Thing } from "../course";

export type Progress = "done" | "begun" | "open";

/** Where one assigned thing stands. */
export function progressOf(thing: Thing, kept: Map<string, unknown>, course: Course): Progress {
  const seen = parseSeen(kept.get(SEEN_KEY));
  const here = kept.get(`${thing.kind}/${thing.id}`);
  if (thing.kind === "chapter") return seen.read[thing.id] ? "done" : seen.opened[thing.id] ? "begun" : "open";
  if (thing.kind === "lab") return seen.moved[thing.id] ? "done" : "open";
  if (thing.kind === "question") return here ? "done" : "open";
  if (thing.kind === "exercise") {
    const work = parseSavedCode(here);
    if (work?.passed) return "done";
    return work && (work.code !== work.starter || work.runs.length) ? "begun" : "open";
  }
  const memo = course.reflections.find(({ id }) => id === thing.id)?.memo;
  const answers = memo
    ? (kept.get(`memo/${memo}`) as { answers?: Record<string, unknown> } | undefined)?.answers
    : undefined;
  const written = answers
    ? Object.values(answers).some((text) => String(text).trim())
    : parseTexts(here)?.texts[ESSAY_FIELD]?.trim();
  return written ? "done" : "open";
}
