// The values that vary by learner: which of an exercise's variants this browser has, and its values put in their places.

import type { SavedCode } from "../code/types";
import { update } from "../shared/store";
import type { Exercise, Variant } from "./types";

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
async function seed(): Promise<number> {
  const drawn: Seed = { seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0, at: new Date().toISOString() };
  return parseSeed((await update<unknown>(SEED_KEY, (stored) => parseSeed(stored) ?? drawn)).value)?.seed ?? drawn.seed;
}

/** The number below `many` that follows from the seed: as in src/coursekit/exercise/file/variants.py, FNV-1a. */
export function variantIndex(from: number, id: string, many: number): number {
  let state = 2166136261;
  for (const letter of `${from}/${id}`) state = Math.imul(state ^ letter.charCodeAt(0), 16777619) >>> 0;
  return state % many;
}

/** The variant that `work` was begun with, or the seed's; `work` remembers it. Undefined if nothing varies. */
export async function variantFor(exercise: Exercise, work: SavedCode): Promise<Variant | undefined> {
  const { variants } = exercise;
  if (!variants?.length) return undefined;
  work.variant ??= variantIndex(await seed(), exercise.id, variants.length);
  return variants[work.variant % variants.length];
}

const PLACEHOLDER = /\{([A-Z][A-Z0-9_]*(?::[^{}]*)?)\}/g;

/** `text` with each placeholder filled in. */
export function fillPlaceholders(text: string, variant: Variant | undefined): string {
  return text.replace(PLACEHOLDER, (whole, place: string) => variant?.shown[place] ?? whole);
}

/** Put the variant's values into the section's prompt and setup. */
export function showVariant(section: HTMLElement, variant: Variant): void {
  for (const place of section.querySelectorAll<HTMLElement>("[data-varies]")) {
    place.textContent = variant.shown[place.dataset.varies ?? ""] ?? place.textContent;
  }
  const code = section.querySelector("pre.varied");
  if (code) code.textContent = variant.code;
}
