// The rules for late hand-ins of several files of marks, and a list of extensions over them.
import { say } from "../../shared/words";
import { readLate } from "../hand_marks/marks_file";
import { type LatePolicy, NO_PENALTY, readExtensions, withExtensions } from "./policy";

/** Of files of name and text the last that has rules decides. @throws Error with a sentence */
export function mergeRules(
  files: [string, string][],
  extensions: [string, string] | undefined,
): { late: LatePolicy | undefined; notes: string[] } {
  const found = files.flatMap(([name, text]) => {
    const late = readLate(name, text);
    return late ? [{ name, late }] : [];
  });
  const last = found.at(-1);
  const other = found.find(({ late }) => JSON.stringify(late) !== JSON.stringify(last?.late));
  const notes = last && other ? [say("late.two", { first: other.name, name: last.name })] : [];
  if (!extensions) return { late: last?.late, notes };
  const policy = last?.late ?? NO_PENALTY;
  return { late: withExtensions(policy, readExtensions(...extensions, policy.zone)), notes };
}
