// When a question comes back: after a day, then ever later, as long as it is answered right; from the start if not.

/** What is kept of a question under review. */
export type Card = { box: number; due: string; at: string };
/** What is kept of a question that was answered in its chapter. */
export type Answered = { right: boolean; tries: number; at: string };

/** Days after which a question comes back that was answered right for the first, second, … time in a row. */
export const INTERVAL_DAYS = [1, 3, 7, 16, 35] as const;
const DAY_MS = 86_400_000;

/** The start of the day on which `when` falls, here. */
const startOfDay = (when: Date): number => new Date(when.getFullYear(), when.getMonth(), when.getDate()).getTime();

/** Whether a question that was answered in its chapter is to come back at all: it was wrong at least once. */
export const wasMissed = (answered: Answered): boolean => !answered.right || answered.tries > 1;

export const isLearnt = (card: Card | undefined): boolean => card !== undefined && card.box >= INTERVAL_DAYS.length;

/** The moment from which a question is asked again: what went wrong in its chapter rests until the next day. */
export const dueAt = (card: Card | undefined, answered: Answered): number =>
  card ? new Date(card.due).getTime() : startOfDay(new Date(answered.at)) + DAY_MS;

export const isDue = (card: Card | undefined, answered: Answered, now: Date): boolean =>
  !isLearnt(card) && dueAt(card, answered) <= now.getTime();

/** What is kept after an answer. */
export function nextCard(card: Card | undefined, right: boolean, now: Date): Card {
  const box = right ? (card?.box ?? 0) + 1 : 0;
  const days = INTERVAL_DAYS[Math.max(0, box - 1)] ?? INTERVAL_DAYS[INTERVAL_DAYS.length - 1]!;
  return { box, due: new Date(startOfDay(now) + days * DAY_MS).toISOString(), at: now.toISOString() };
}

/** The items with neighbours from different groups as far as that goes: each group's own order is kept. */
export function interleave<T>(items: T[], group: (item: T) => string): T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(group(item), [...(groups.get(group(item)) ?? []), item]);
  const rows = [...groups.values()];
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, n) => rows.flatMap((row) => (n < row.length ? [row[n]!] : []))).flat();
}
