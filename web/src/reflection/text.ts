// An essay as it is kept under `reflection/ID`.

/** Characters of one text. */
export const LONGEST_TEXT = 20_000;

export interface Text {
  text: string;
  /** ISO date and time of the last change. */
  at: string;
}

/** `value` as kept text, or undefined. */
export function soundText(value: unknown): Text | undefined {
  const kept = value as Partial<Text> | null | undefined;
  if (typeof kept !== "object" || typeof kept?.text !== "string" || typeof kept.at !== "string") return undefined;
  return { text: kept.text.slice(0, LONGEST_TEXT), at: kept.at };
}
