// The values that vary by learner: which of an exercise's variants this browser has, and its values put in their places.

import type { Kept } from "../code/types";
import { change } from "../shared/store";
import type { Exercise, Variant } from "./types";

/** Where the learner's seed is kept. */
export const SEED = "learner/seed";

export interface Seed {
  seed: number;
  /** ISO date and time of the draw: of two seeds the older one stands. */
  at: string;
}

export function soundSeed(value: unknown): Seed | undefined {
  const kept = value as Partial<Seed> | null | undefined;
  const seed = kept?.seed;
  if (typeof seed !== "number" || !Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) return undefined;
  return typeof kept?.at === "string" ? { seed, at: kept.at } : undefined;
}

/** Of two seeds the older; a learner who goes on with a file on a new device keeps the values of the old one. */
export function olderSeed(one: Seed | undefined, other: Seed | undefined): Seed | undefined {
  if (!one || !other) return one ?? other;
  return one.at <= other.at ? one : other;
}

/** This browser's seed, drawn when first asked for. */
async function seed(): Promise<number> {
  const drawn: Seed = { seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0, at: new Date().toISOString() };
  return soundSeed((await change<unknown>(SEED, (stored) => soundSeed(stored) ?? drawn)).value)?.seed ?? drawn.seed;
}

/** The number below `many` that follows from the seed: as in src/coursekit/exercise/file/variants.py, FNV-1a. */
export function chosen(from: number, id: string, many: number): number {
  let state = 2166136261;
  for (const letter of `${from}/${id}`) state = Math.imul(state ^ letter.charCodeAt(0), 16777619) >>> 0;
  return state % many;
}

/** The variant that `work` was begun with, or the seed's; `work` remembers it. Undefined if nothing varies. */
export async function variantFor(exercise: Exercise, work: Kept): Promise<Variant | undefined> {
  const { variants } = exercise;
  if (!variants?.length) return undefined;
  work.variant ??= chosen(await seed(), exercise.id, variants.length);
  return variants[work.variant % variants.length];
}

const PLACE = /\{([A-Z][A-Z0-9_]*(?::[^{}]*)?)\}/g;

/** `text` with each placeholder filled in. */
export function filled(text: string, variant: Variant | undefined): string {
  return text.replace(PLACE, (whole, place: string) => variant?.shown[place] ?? whole);
}

/** Put the variant's values into the section's prompt and setup. */
export function fillIn(section: HTMLElement, variant: Variant): void {
  for (const place of section.querySelectorAll<HTMLElement>("[data-varies]")) {
    place.textContent = variant.shown[place.dataset.varies ?? ""] ?? place.textContent;
  }
  const code = section.querySelector("pre.varied");
  if (code) code.textContent = variant.code;
}
