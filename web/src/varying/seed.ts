// The learner's seed, and which variant of an exercise or a question follows from it.

import { update } from "../shared/store";

/** Where the learner's seed is kept. */
export const SEED_KEY = "learner/seed";

/** Whether `value`, from a file or the browser's memory, can number a variant. */
export const isVariant = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1000;

export interface Seed {
  seed: number;
  /** ISO date and time of the draw: of two seeds the older one stands. */
  at: string;
}

export function parseSeed(value: unknown): Seed | undefined {
  const kept = value as Partial<Seed> | null | undefined;
  const readSeed = kept?.seed;
  if (typeof readSeed !== "number" || !Number.isInteger(readSeed) || readSeed < 0 || readSeed >= 2 ** 32)
    return undefined;
  return typeof kept?.at === "string" ? { seed: readSeed, at: kept.at } : undefined;
}

/** Of two seeds the older; a learner who goes on with a file on a new device keeps the values of the old one. */
export function olderSeed(one: Seed | undefined, other: Seed | undefined): Seed | undefined {
  if (!one || !other) return one ?? other;
  return one.at <= other.at ? one : other;
}

/** This browser's seed, drawn when first asked for. */
export async function seed(): Promise<number> {
  const drawn: Seed = { seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0, at: new Date().toISOString() };
  return parseSeed((await update<unknown>(SEED_KEY, (stored) => parseSeed(stored) ?? drawn)).value)?.seed ?? drawn.seed;
}

/** The number below `many` that follows from the seed: as in src/coursekit/exercise/varying.py, FNV-1a. */
export function variantIndex(from: number, id: string, many: number): number {
  let state = 2166136261;
  for (const letter of `${from}/${id}`) state = Math.imul(state ^ letter.charCodeAt(0), 16777619) >>> 0;
  return state % many;
}

/** Put a variant's values, as text by what stands between the braces, into a section's places. */
export function showPlaces(section: HTMLElement, shown: Record<string, string>): void {
  for (const place of section.querySelectorAll<HTMLElement>("[data-varies]"))
    place.textContent = shown[place.dataset.varies ?? ""] ?? place.textContent;
}
