// What a receipt brings to another device besides work: its assignment, and the name by which it was handed in.
import { BadAssignment, fromContent } from "../assignment/format";
import { keepAssignment, storeAssignment, storedAssignment } from "../assignment/stored";
import { ALIAS_KEY, foldAlias, MAX_ALIAS_LENGTH, plainAlias } from "../shared/learner/alias";
import { get, put } from "../shared/store";
import { say } from "../shared/words";

export interface Brought {
  assignment?: unknown;
  alias?: unknown;
}

/**
 * Keep both; the assignment is shown where none is, and a name that is kept here already stands.
 * Returns what was done, in sentences; "" if the file brought neither.
 */
export async function takeAssignment({ assignment, alias }: Brought): Promise<string> {
  const told: string[] = [];
  if (assignment) {
    try {
      const taken = fromContent(assignment);
      const shown = storedAssignment();
      if (shown) keepAssignment(taken);
      else storeAssignment(taken);
      told.push(say(shown ? "work.assignment-kept" : "work.assignment-taken", { title: taken.title }));
    } catch (error) {
      if (!(error instanceof BadAssignment)) throw error;
      told.push(say("work.assignment-bad", { why: say(error.key, error.values) }));
    }
  }
  const who = typeof alias === "string" ? plainAlias(alias).slice(0, MAX_ALIAS_LENGTH) : "";
  const here = await get<unknown>(ALIAS_KEY);
  if (!who) return told.join(" ");
  if (typeof here !== "string" || !here) {
    await put(ALIAS_KEY, who);
    told.push(say("work.alias-taken", { who }));
  } else if (foldAlias(here) !== foldAlias(who)) told.push(say("work.alias-other", { who, here }));
  return told.join(" ");
}
