// The numbers of variants: what follows from a seed alone, without a page.

/** Whether `value`, from a file or the browser's memory, can number a variant. */
export const isVariant = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1000;

/** The number below `many` that follows from the seed: as in src/coursekit/exercise/varying.py, FNV-1a. */
export function variantIndex(from: number, id: string, many: number): number {
  let state = 2166136261;
  for (const letter of `${from}/${id}`) state = Math.imul(state ^ letter.charCodeAt(0), 16777619) >>> 0;
  return state % many;
}
