// What counts if nothing was assigned and somebody has marked essays.
import type { Reflection } from "../files/answer_key";
import type { HandMark, Item, Marked } from "../types";

/** Without an assignment an essay counts once it has been marked; undefined if none has: then the book decides. */
export function itemsWithEssays(
  all: Marked[],
  hand: HandMark[],
  reflections: Map<string, Reflection>,
): Item[] | undefined {
  const here = new Set(all.map(({ sha256 }) => sha256));
  const marks = hand.filter(({ sha256, text }) => here.has(sha256) && text.startsWith("reflection/"));
  if (!marks.length) return undefined;
  const graded = (kind: "exercise" | "question", of: (one: Marked) => object): Item[] =>
    [...new Set(all.flatMap((one) => Object.keys(of(one))))].sort().map((id) => ({ kind, id, points: 1 }));
  const essays = [...new Set(marks.map(({ text }) => text.replace(/^reflection\//, "")))].sort();
  return [
    ...graded("exercise", (one) => one.exercises),
    ...graded("question", (one) => one.questions),
    ...essays.map((id): Item => ({ kind: "reflection", id, points: reflections.get(id)?.points ?? 1 })),
  ];
}
