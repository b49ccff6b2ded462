// Which things of a pool a learner has: drawn by alias and class code, the same in the learner's page, in the grading
// desk and on the command line, which runs the desk. Nothing is stored, and a thing more in a pool moves few draws.
import { foldAlias } from "../shared/learner/alias";

/** Something that may be in a pool. */
export interface Drawable {
  kind: string;
  id: string;
  /** The pool's name: class code and number. */
  pool?: string;
  /** How many of the pool a learner has. */
  draw?: number;
}

/** A number of 32 bits that follows from a text: FNV-1a, then the last steps of MurmurHash3, which spread its bits. */
export function spreadHash(text: string): number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** What of `all` the learner of that alias has: what is in no pool, and of each pool as many as are drawn. */
export function drawnFor<T extends Drawable>(all: readonly T[], alias: string): T[] {
  const who = foldAlias(alias);
  const ranked = new Map<string, { name: string; rank: number }[]>();
  const nameOf = ({ kind, id }: T): string => `${kind}/${id}`;
  for (const one of all) {
    if (one.pool === undefined) continue;
    const name = nameOf(one);
    const entry = { name, rank: spreadHash(`${one.pool}\n${who}\n${name}`) };
    ranked.set(one.pool, [...(ranked.get(one.pool) ?? []), entry]);
  }
  for (const some of ranked.values())
    some.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return all.filter((one) => {
    if (one.pool === undefined) return true;
    const place = ranked.get(one.pool)?.findIndex(({ name }) => name === nameOf(one)) ?? -1;
    return place >= 0 && place < (one.draw ?? Number.POSITIVE_INFINITY);
  });
}

/** What all that is graded counts together for a learner: of each pool, as many as are drawn. */
export function pointsInAll(all: readonly (Drawable & { points: number })[]): number {
  const pools = new Map<string, number>();
  let sum = 0;
  for (const { pool, draw = 0, points } of all) {
    if (pool === undefined) sum += points;
    else pools.set(pool, draw * points);
  }
  return [...pools.values()].reduce((total, points) => total + points, sum);
}
