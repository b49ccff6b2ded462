// An essay as it is kept under `reflection/ID`.

/** Characters of one text. */
export const MAX_TEXT_LENGTH = 20_000;

export interface SavedText {
  text: string;
  /** ISO date and time of the last change. */
  at: string;
  /** Another text that this one took the place of when a file was taken in, until it is let go. */
  other?: string;
}

/** `value` as kept text, or undefined. */
export function parseText(value: unknown): SavedText | undefined {
  const kept = value as Partial<SavedText> | null | undefined;
  if (typeof kept !== "object" || typeof kept?.text !== "string" || typeof kept.at !== "string") return undefined;
  const other = typeof kept.other === "string" && kept.other ? { other: kept.other.slice(0, MAX_TEXT_LENGTH) } : {};
  return { text: kept.text.slice(0, MAX_TEXT_LENGTH), at: kept.at, ...other };
}

/** What to keep when a text meets another of the same essay: the newer stands, and the older stays beside it. */
export function mergeTexts(one: SavedText | undefined, two: SavedText | undefined): SavedText | undefined {
  if (!one || !two) return one ?? two;
  const [newer, older] = one.at >= two.at ? [one, two] : [two, one];
  const lost = older.text.trim() && !newer.text.includes(older.text.trim()) ? older.text : (newer.other ?? older.other);
  return lost ? { ...newer, other: lost } : newer;
}
