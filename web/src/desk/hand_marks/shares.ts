// Who marks what, and in what order: shares of several graders that are whole and apart, and an order without names.

import words from "../../../../src/coursekit/words/en/classroom/marks.json";
import { drawnFor } from "../../assignment/draw";
import { foldAlias } from "../../shared/learner/alias";
import { addSentences, say } from "../../shared/words";
import { isRecord } from "../files/answer_key";
import { sha256InScript } from "../files/sha256";
import type { Item, Marked } from "../types";

addSentences(words);

/** How the marking of free text is shared out; part of marks.json, so that all graders have the same. */
export interface Sharing {
  /** The names that the graders give at the desk; none: everybody marks everything. */
  graders: string[];
  by: "learner" | "question";
  /** Any text: another one makes another order, and other shares. */
  seed: string;
  /** Names are hidden, and hand-ins stand in an order that the seed decides. */
  anonymous: boolean;
}

export const ALONE: Sharing = { graders: [], by: "learner", seed: "", anonymous: false };
const [MOST_GRADERS, LONG_NAME] = [50, 80];

const hashes = new Map<string, string>();

function hash(...parts: string[]): string {
  const text = JSON.stringify(parts);
  let found = hashes.get(text);
  if (found === undefined) {
    if (hashes.size > 50_000) hashes.clear();
    const bytes = sha256InScript(new TextEncoder().encode(text)).slice(0, 8);
    found = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    hashes.set(text, found);
  }
  return found;
}

/** A place in the order without names: it depends on the seed and the file alone, so nothing that comes later moves it. */
export const placeOf = (seed: string, { sha256, file }: Pick<Marked, "sha256" | "file">): string =>
  hash("order", seed, sha256 || file);

/** What a hand-in is called while names are hidden. */
export const codeOf = (seed: string, one: Pick<Marked, "sha256" | "file">): string => placeOf(seed, one).slice(0, 6);

/**
 * Who marks an item of a hand-in; undefined: it is not shared out. By learner, each alias goes to the grader whose name
 * has the highest number with it, so that a late hand-in, or one grader more or less, moves nobody else's share; by
 * question, items go round in their order.
 */
export function graderFor(
  sharing: Sharing,
  one: Pick<Marked, "sha256" | "alias">,
  item: Item,
  items: Item[],
): string | undefined {
  const graders = [...new Set(sharing.graders)].sort();
  if (!graders.length) return undefined;
  if (sharing.by === "question") {
    const texts = items.filter(({ kind }) => kind === "reflection").map(({ id }) => id);
    return graders[Math.max(0, texts.indexOf(item.id)) % graders.length];
  }
  const learner = foldAlias(one.alias) || one.sha256;
  const number = (grader: string): string => hash("share", sharing.seed, learner, grader);
  return graders.reduce((best, grader) => (number(grader) > number(best) ? grader : best));
}

/** The free texts of all hand-ins with who marks them. */
export function shares(
  sharing: Sharing,
  all: Marked[],
  items: Item[],
): { marked: Marked; item: Item; grader: string }[] {
  const texts = items.filter(({ kind }) => kind === "reflection");
  return all.flatMap((marked) => {
    const drawn = new Set(drawnFor(items, marked.alias));
    return texts.flatMap((item) => {
      const grader = marked.status === "read" && drawn.has(item) ? graderFor(sharing, marked, item, items) : undefined;
      return grader === undefined ? [] : [{ marked, item, grader }];
    });
  });
}

/** What stands in a file. @throws Error with a sentence that names the file */
export function readSharing(name: string, value: unknown): Sharing {
  const refuse = (field: string): never => {
    throw new Error(say("marks.sharing", { name, field }));
  };
  if (!isRecord(value)) return refuse("sharing");
  const odd = Object.keys(value).find((field) => !(field in ALONE));
  if (odd) refuse(odd);
  const made = { ...ALONE, ...value } as Sharing;
  const named = (one: unknown): boolean => typeof one === "string" && one.trim() !== "" && one.length <= LONG_NAME;
  if (!Array.isArray(made.graders) || made.graders.length > MOST_GRADERS || !made.graders.every(named))
    refuse("graders");
  if (!["learner", "question"].includes(made.by)) refuse("by");
  if (typeof made.seed !== "string" || made.seed.length > LONG_NAME) refuse("seed");
  if (typeof made.anonymous !== "boolean") refuse("anonymous");
  return made;
}

/** How many texts each grader has, as one sentence. */
export function explainShares(sharing: Sharing, all: Marked[], items: Item[]): string | undefined {
  if (!sharing.graders.length) return undefined;
  const found = shares(sharing, all, items);
  const counts = sharing.graders.map((grader) => `${grader} ${found.filter((one) => one.grader === grader).length}`);
  return say("marks.shares", { counts: counts.join(", "), n: found.length });
}
