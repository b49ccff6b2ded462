// The name that a learner chose, in whatever spelling.

/** The same for all spellings that a reader could take for one another: case, Unicode forms, spaces, hidden letters. */
export function foldAlias(alias: string): string {
  const visible = alias.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return visible.replace(/\s+/gu, " ").trim().toUpperCase().toLowerCase().normalize("NFC");
}
