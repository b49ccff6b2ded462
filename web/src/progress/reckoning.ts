// How much of each page is done, from what is kept in this browser. A lab counts once it was moved, a prediction once a
// guess was made or passed over, a question once it was answered, right or wrong, an exercise once it passed its check.
import { parseSavedCode } from "../code/saved/saved_code";
import { parseDated } from "../shared/store";
import { parseSeen, SEEN_KEY } from "./seen";

export const KINDS = ["labs", "predictions", "questions", "exercises"] as const;
export type Kind = (typeof KINDS)[number];

/** What a page has to do, as `_static/data/progress.js` lists it: ids by their kind. */
export interface PageContents extends Record<Kind, string[]> {
  title: string;
  /** Of a chapter: its number in the list. */
  number?: number;
}

/** By the pages' paths, in the order of the book. */
export type CourseContents = Record<string, PageContents>;

export interface Share {
  done: number;
  all: number;
}

export interface PageProgress extends Share {
  kinds: Record<Kind, Share>;
}

/** Whether one thing is done. */
export function isDone(kind: Kind, id: string, kept: Map<string, unknown>): boolean {
  if (kind === "labs") return Object.hasOwn(parseSeen(kept.get(SEEN_KEY)).moved, id);
  if (kind === "exercises") return parseSavedCode(kept.get(`exercise/${id}`))?.passed === true;
  return parseDated(kept.get(`${kind.slice(0, -1)}/${id}`)) !== undefined;
}

/** How much of a page is done, of each kind and in all. */
export function pageProgress(page: PageContents, kept: Map<string, unknown>): PageProgress {
  const kinds = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      { done: page[kind].filter((id) => isDone(kind, id, kept)).length, all: page[kind].length },
    ]),
  ) as Record<Kind, Share>;
  return { kinds, ...total(Object.values(kinds)) };
}

/** How much of every page is done. */
export const courseProgress = (contents: CourseContents, kept: Map<string, unknown>): Map<string, PageProgress> =>
  new Map(Object.entries(contents).map(([path, page]) => [path, pageProgress(page, kept)]));

/** Several shares as one. */
export function total(shares: Iterable<Share>): Share {
  let [done, all] = [0, 0];
  for (const share of shares) [done, all] = [done + share.done, all + share.all];
  return { done, all };
}

/** A share as a number from 0 to 1: exactly 1 only where all is done, 0 only where nothing is. */
export function fraction({ done, all }: Share): number {
  if (!all || !done) return 0;
  return done >= all ? 1 : Math.min(0.99, Math.max(0.01, Math.round((100 * done) / all) / 100));
}

/** Whether all but the exercises is done, in which one writes Python: so far a chapter goes without any. */
export function isFinished(progress: PageProgress): boolean {
  const { done, all } = total(KINDS.filter((kind) => kind !== "exercises").map((kind) => progress.kinds[kind]));
  return all > 0 && done === all;
}
