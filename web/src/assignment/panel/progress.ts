// How far a learner is, from what is kept of their work.
import { parseSavedCode } from "../../code/saved/saved_code";
import { ESSAY_FIELD, parseTexts } from "../../shared/free_text/saved_texts";
import { get, update } from "../../shared/store";
import type { Course, Thing } from "../course";

/** What no other work tells: chapters opened and read to the end, labs moved; each with its ISO time. */
export interface Seen {
  opened: Record<string, string>;
  read: Record<string, string>;
  moved: Record<string, string>;
}
export type Progress = "done" | "begun" | "open";
export const SEEN_KEY = "assignment/seen";

export function parseSeen(value: unknown): Seen {
  const kept = (typeof value === "object" && value ? value : {}) as Partial<Record<keyof Seen, unknown>>;
  const times = (part: unknown): Record<string, string> =>
    Object.fromEntries(
      Object.entries(typeof part === "object" && part ? part : {}).filter(([, at]) => typeof at === "string"),
    );
  return { opened: times(kept.opened), read: times(kept.read), moved: times(kept.moved) };
}

/** Note that `id` was opened, read or moved. */
export async function recordSeen(what: keyof Seen, id: string): Promise<void> {
  if (parseSeen(await get(SEEN_KEY))[what][id]) return;
  await update<unknown>(SEEN_KEY, (stored) => {
    const seen = parseSeen(stored);
    return { ...seen, [what]: { ...seen[what], [id]: new Date().toISOString() } };
  });
}

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
