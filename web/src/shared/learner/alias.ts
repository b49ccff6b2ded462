// The name that a learner chose, in whatever spelling.

/** Where this browser keeps it. */
export const ALIAS_KEY = "learner/alias";
export const MAX_ALIAS_LENGTH = 80;

/** What was typed as a name, as it is kept: one line, without what is no sign. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is there to find.
export const plainAlias = (typed: string): string => typed.replace(/[\u0000-\u001f\u007f]/g, " ").trim();

/** The same for all spellings that a reader could take for one another: case, Unicode forms, spaces, hidden letters. */
export function foldAlias(alias: string): string {
  const visible = alias.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return visible.replace(/\s+/gu, " ").trim().toUpperCase().toLowerCase().normalize("NFC");
}
