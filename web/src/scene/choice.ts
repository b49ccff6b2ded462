// What is kept of a decision that a scene asks for.
import { parseDated } from "../shared/store";

/** A decision as it is kept: what was chosen at the chapter's start, and at its end. */
export interface SavedChoice {
  at: string;
  first?: string;
  again?: string;
}

/** `value` as a kept decision; undefined if it is none. */
export function parseChoice(value: unknown): SavedChoice | undefined {
  const dated = parseDated(value) as (Record<string, unknown> & { at: string }) | undefined;
  if (!dated) return undefined;
  const { at, first, again } = dated;
  return {
    at,
    ...(typeof first === "string" && { first }),
    ...(typeof again === "string" && { again }),
  };
}
