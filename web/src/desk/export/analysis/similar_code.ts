// Which hand-ins have code that is alike: fingerprints by winnowing (Schleimer, Wilkerson and Aiken 2003), and a search
// that stays quick for ten thousand hand-ins. What it finds is for a person to look at and proves nothing.

import { foldAlias } from "../../../shared/learner/alias";
import type { Marked } from "../../types";
import { tokens } from "./tokens";

const RUN = 6; // tokens in a row that make one hash; fewer would find what any two programs share
const WINDOW = 4; // of each so many hashes one is kept: a shared run of RUN + WINDOW − 1 tokens is always found
const LEAST = 4; // fingerprints that two must share, beyond the starter's, before they are named
const SHARE = 0.8; // and the part of the shorter one that must be shared
const COMMON = 0.05; // what more than this part of all hand-ins has is how the task is done by nature
const MOST_COMMON = 60; // and at most so many, so that the pairs stay countable
const LISTED = 60;

/** The fingerprints of one solution: numbers below 2³², in ascending order, each once. */
export function fingerprints(code: string): number[] {
  const parts = tokens(code.slice(0, 50_000));
  const hashes: number[] = [];
  for (let place = 0; place + RUN <= parts.length; place++) hashes.push(hash(parts.slice(place, place + RUN)));
  const kept = new Set<number>();
  for (let place = 0; place + WINDOW <= hashes.length; place++)
    kept.add(Math.min(...hashes.slice(place, place + WINDOW)));
  if (hashes.length && hashes.length < WINDOW) kept.add(Math.min(...hashes));
  return [...kept].sort((a, b) => a - b);
}

function hash(parts: string[]): number {
  let value = 0x811c9dc5; // FNV-1a
  for (const char of parts.join(" ")) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** Two hand-ins whose code is alike. */
export interface Alike {
  a: number; // places in the list
  b: number;
  exercises: { id: string; share: number; both: number; others: number }[];
  /** How much that is rare they share: the list's order. */
  weight: number;
}

export interface Search {
  pairs: Alike[];
  /** How many more pairs there were than are listed. */
  more: number;
  /** From how many hand-ins on a piece of code counts as common, by exercise. */
  limit: Map<string, number>;
}

/** Search `all` for pairs that are alike in some exercise. Hand-ins of one alias are not compared with each other. */
export function similar(all: Marked[], starters: Record<string, string>): Search {
  const found = new Map<number, Alike>();
  const limit = new Map<string, number>();
  const ids = new Set(all.flatMap((one) => Object.keys(one.prints)));
  for (const id of [...ids].sort())
    limit.set(
      id,
      searchOne(all, id, new Set(fingerprints(Object.hasOwn(starters, id) ? (starters[id] ?? "") : "")), found),
    );
  const pairs = [...found.values()].sort((p, q) => q.weight - p.weight || p.a - q.a || p.b - q.b);
  return { pairs: pairs.slice(0, LISTED), more: Math.max(0, pairs.length - LISTED), limit };
}

function searchOne(all: Marked[], id: string, starter: Set<number>, found: Map<number, Alike>): number {
  const own = all.map((one) => [...new Set(one.prints[id] ?? [])].filter((print) => !starter.has(print)));
  const holders = new Map<number, number[]>();
  own.forEach((prints, place) => {
    for (const print of prints) {
      const list = holders.get(print);
      if (list) list.push(place);
      else holders.set(print, [place]);
    }
  });
  const handed = own.filter((prints) => prints.length).length;
  const limit = Math.min(MOST_COMMON, Math.max(5, Math.round(COMMON * handed)));
  const shared = new Map<number, { both: number; weight: number; others: number }>();
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > limit) continue;
    const weight = Math.log(handed / list.length) + 1;
    for (let first = 0; first < list.length; first++) {
      for (let second = first + 1; second < list.length; second++) {
        const pair = (list[first] ?? 0) * all.length + (list[second] ?? 0);
        const so = shared.get(pair);
        if (!so) shared.set(pair, { both: 1, weight, others: list.length - 2 });
        else
          Object.assign(so, {
            both: so.both + 1,
            weight: so.weight + weight,
            others: Math.min(so.others, list.length - 2),
          });
      }
    }
  }
  // What everybody has counts for neither: the share is of what is left.
  const rare = own.map((prints) => prints.filter((print) => (holders.get(print)?.length ?? 0) <= limit).length);
  for (const [pair, { both, weight, others }] of shared) {
    const [a, b] = [Math.floor(pair / all.length), pair % all.length];
    const share = both / Math.min(rare[a] ?? 1, rare[b] ?? 1);
    if (both < LEAST || share < SHARE || sameHand(all[a], all[b])) continue;
    const alike = found.get(pair) ?? { a, b, exercises: [], weight: 0 };
    alike.exercises.push({ id, share, both, others });
    alike.weight += weight;
    found.set(pair, alike);
  }
  return limit;
}

/** Whether two hand-ins carry one alias, in whatever spelling; those of two browsers are compared all the same. */
function sameHand(a: Marked | undefined, b: Marked | undefined): boolean {
  const seeds = new Set([a?.seed, b?.seed].filter((seed) => seed !== undefined));
  const name = foldAlias(a?.alias ?? "");
  return name !== "" && name === foldAlias(b?.alias ?? "") && seeds.size < 2;
}
