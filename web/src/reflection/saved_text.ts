// An essay as it is kept under `reflection/ID`.

/** Characters of one text. */
export const LONGEST_TEXT = 20_000;

export interface Text {
  text: string;
  /** ISO date and time of the last change. */
  at: string;
  /** Another text that this one took the place of when a file was taken in, until it is let go. */
  other?: string;
}

/** `value` as kept text, or undefined. */
export function soundText(value: unknown): Text | undefined {
  const kept = value as Partial<Text> | null | undefined;
  if (typeof kept !== "object" || typeof kept?.text !== "string" || typeof kept.at !== "string") return undefined;
  const other = typeof kept.other === "string" && kept.other ? { other: kept.other.slice(0, LONGEST_TEXT) } : {};
  return { text: kept.text.slice(0, LONGEST_TEXT), at: kept.at, ...other };
}

/** What to keep when a text meets another of the same essay: the newer stands, and the older stays beside it. */
export function bothTexts(one: Text | undefined, two: Text | undefined): Text | undefined {
  if (!one || !two) return one ?? two;
  const [newer, older] = one.at >= two.at ? [one, two] : [two, one];
  const lost = older.text.trim() && !newer.text.includes(older.text.trim()) ? older.text : (newer.other ?? older.other);
  return lost ? { ...newer, other: lost } : newer;
}
