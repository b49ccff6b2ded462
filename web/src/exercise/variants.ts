// The values that vary by learner: which of an exercise's variants this browser has, and its values put in their places.

import type { SavedCode } from "../code/types";
import { seed, showPlaces } from "../varying/seed";
import { variantIndex } from "../varying/variant";
import type { Exercise, Variant } from "./types";

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
  showPlaces(section, variant.shown);
  const code = section.querySelector("pre.varied");
  if (code) code.textContent = variant.code;
}
