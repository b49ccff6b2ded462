// The learner's seed, kept in the browser, and a variant's values put where they are read.

import { update } from "../shared/store";

/** Where the learner's seed is kept. */
export const SEED_KEY = "learner/seed";

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

/** Put a variant's values, as text by what stands between the braces, into a section's places. */
export function showPlaces(section: HTMLElement, shown: Record<string, string>): void {
  for (const place of section.querySelectorAll<HTMLElement>("[data-varies]"))
    place.textContent = shown[place.dataset.varies ?? ""] ?? place.textContent;
}
