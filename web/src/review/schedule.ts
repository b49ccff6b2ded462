// When a question comes back: after a day, then ever later, as long as it is answered right; from the start if not.

/** What is kept of a question under review. */
export type Card = { box: number; due: string; at: string };
/** What is kept of a question that was answered in its chapter. */
export type Answered = { right: boolean; tries: number; at: string };

/** Days after which a question comes back that was answered right for the first, second, … time in a row. */
export const DAYS = [1, 3, 7, 16, 35] as const;
const DAY = 86_400_000;

/** The start of the day on which `when` falls, here. */
const morning = (when: Date): number => new Date(when.getFullYear(), when.getMonth(), when.getDate()).getTime();

/** Whether a question that was answered in its chapter is to come back at all: it was wrong at least once. */
export const missed = (answered: Answered): boolean => !answered.right || answered.tries > 1;

export const learnt = (card: Card | undefined): boolean => card !== undefined && card.box >= DAYS.length;

export function due(card: Card | undefined, now: Date): boolean {
  return !learnt(card) && (!card || new Date(card.due).getTime() <= now.getTime());
}

/** What is kept after an answer. */
export function next(card: Card | undefined, right: boolean, now: Date): Card {
  const box = right ? (card?.box ?? 0) + 1 : 0;
  const days = DAYS[Math.max(0, box - 1)] ?? DAYS[DAYS.length - 1]!;
  return { box, due: new Date(morning(now) + days * DAY).toISOString(), at: now.toISOString() };
}

/** The items with neighbours from different groups as far as that goes: each group's own order is kept. */
export function interleaved<T>(items: T[], group: (item: T) => string): T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(group(item), [...(groups.get(group(item)) ?? []), item]);
  const rows = [...groups.values()];
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, n) => rows.flatMap((row) => (n < row.length ? [row[n]!] : []))).flat();
}
