// Why something is no assignment, as a sentence of the catalog.

/** The catalog key of what is wrong with a link, and what to fill in. */
export class BadAssignment extends Error {
  constructor(
    readonly key: string,
    readonly values: Record<string, string> = {},
  ) {
    super(key);
  }
}

/** The fault that the catalog has as `assignment.bad-KEY`, with the value at fault. */
export function invalid(key: string, value: unknown = ""): BadAssignment {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return new BadAssignment(`assignment.bad-${key}`, { value: text.length > 40 ? `${text.slice(0, 40)}…` : text });
}
