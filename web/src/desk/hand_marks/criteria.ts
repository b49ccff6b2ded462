// Points by the criteria of a rubric: their names, their sum, and what it comes to in the item's points.
import type { Reflection } from "../files/answer_key";
import type { CriterionMark, HandMark } from "../types";

const LONGEST_NAME = 200;

/** Points to two decimals. */
export const round = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

/** The criteria of a rubric, none of them with points; a rubric of one line is the text's mark itself. */
export function criteriaOf(about: Reflection | undefined): CriterionMark[] {
  const lines = about?.rubric ?? [];
  if (lines.length < 2) return [];
  const taken = new Set<string>();
  return lines.map(({ text, points }) => {
    const short = (text.split(": ")[0] ?? text).slice(0, LONGEST_NAME);
    let [name, n] = [short, 2];
    while (taken.has(name)) name = `${short} (${n++})`;
    taken.add(name);
    return { name, points: null, of: points };
  });
}

/** The sum of the criteria, scaled to `most` points; null as long as one of them has none. */
export function sumOf(criteria: CriterionMark[], most: number): number | null {
  const whole = criteria.reduce((sum, { of }) => sum + of, 0);
  let sum = 0;
  for (const { points } of criteria) {
    if (points === null) return null;
    sum += points;
  }
  return whole ? round((sum * most) / whole) : 0;
}

/** What a mark comes to for an item of `most` points: what was given by criteria is scaled to them. */
export function pointsFor({ points, criteria, reason }: HandMark, most: number): number | null {
  return criteria?.length && !reason && points !== null ? sumOf(criteria, most) : points;
}

/**
 * The criteria of the rubric with what `mark` gave for them; what it gave for others, since the rubric was another one
 * then, is left out.
 */
export function criteriaWith(about: Reflection | undefined, mark: HandMark | undefined): CriterionMark[] {
  return criteriaOf(about).map((one) => {
    const given = mark?.criteria?.find(({ name, of }) => name === one.name && of === one.of);
    return given ? { ...given } : one;
  });
}
