// Marks that people give, to free text and over other marks: by several graders, merged from several files, and never one over another.
import type { HandMark } from "../types";

/** What a text's marks come to: points, or the marks that disagree; undefined where there is none. */
export interface Settled {
  points: number | undefined;
  /** More than one if the graders disagree. */
  marks: HandMark[];
}

const place = ({ sha256, text }: HandMark): string => `${sha256} ${text}`;
const sameMark = (a: HandMark, b: HandMark): boolean => JSON.stringify(fields(a)) === JSON.stringify(fields(b));
const fields = (mark: HandMark): unknown[] => [
  mark.points ?? null,
  mark.grader ?? "",
  mark.at ?? "",
  mark.comment ?? "",
  mark.decides ?? false,
  mark.reason ?? "",
  mark.of ?? null,
  (mark.criteria ?? []).map(({ name, points, of, comment }) => [name, points, of, comment ?? ""]),
];
const compare = (a: HandMark, b: HandMark): number => {
  const [one, other] = [place(a) + JSON.stringify(fields(a)), place(b) + JSON.stringify(fields(b))];
  return one < other ? -1 : one > other ? 1 : 0;
};

/**
 * The marks of several sources as one list. Of one grader the newest mark for a text stands. Marks without a grader's
 * name, and those that one grader gave at the same moment, all stay: nobody can say which of them is meant.
 */
export function mergeMarks(...sources: HandMark[][]): HandMark[] {
  const by = new Map<string, HandMark[]>();
  for (const mark of sources.flat()) {
    const key = `${place(mark)} ${mark.grader ?? ""}`;
    const kept = by.get(key) ?? [];
    const newest = kept[0]?.at ?? "";
    const at = mark.at ?? "";
    if (kept.some((one) => sameMark(one, mark))) continue;
    if (!mark.grader || !kept.length || time(at) === time(newest)) by.set(key, [...kept, mark]);
    else if (time(at) > time(newest)) by.set(key, [mark]);
  }
  return [...by.values()].flat().sort(compare);
}

const time = (at: string): number => Date.parse(at) || 0;

/** What of `mine` a merge replaced by a newer mark of the same grader with other points, each with what replaced it. */
export function replacedMarks(mine: HandMark[], merged: HandMark[]): [HandMark, HandMark][] {
  return mine.flatMap((mark): [HandMark, HandMark][] => {
    const now = merged.filter((one) => place(one) === place(mark) && (one.grader ?? "") === (mark.grader ?? ""));
    const newer = now[0];
    return newer && !now.some((one) => sameMark(one, mark)) && newer.points !== mark.points ? [[mark, newer]] : [];
  });
}

/** What the marks for one text come to: a decision stands against what is older; what was taken back counts no more. */
export function settle(marks: HandMark[]): Settled | undefined {
  const decided = Math.max(...marks.filter(({ decides }) => decides).map(({ at }) => time(at ?? "")));
  const standing = marks.filter((one) => one.decides || time(one.at ?? "") > decided || decided === -Infinity);
  const newest = standing.filter((one) => !one.decides || time(one.at ?? "") === decided);
  const given = newest.filter(({ points }) => points !== null && Number.isFinite(points));
  if (!given.length) return undefined;
  const points = new Set(given.map((one) => one.points));
  // Sums of criteria count as shares of the item's points: of other points they are other marks.
  const wholes = new Set(given.flatMap(({ criteria, of, reason }) => (criteria && !reason ? [of] : [])));
  const agreed = points.size === 1 && wholes.size <= 1;
  return { points: agreed ? (given[0]?.points ?? undefined) : undefined, marks: given };
}

/** The marks of each text of each hand-in. */
export function byText(marks: HandMark[]): HandMark[][] {
  const by = new Map<string, HandMark[]>();
  for (const mark of marks) by.set(place(mark), [...(by.get(place(mark)) ?? []), mark]);
  return [...by.values()];
}
