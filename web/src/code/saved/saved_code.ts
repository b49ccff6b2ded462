// What is kept of one exercise or cell: its form, and how two tabs' or two files' versions of it become one.
import type { SavedCode, SavedRun } from "../types";

/** Runs that are remembered, the newest first; and codes set aside, which no number of later runs may push out. */
const MAX_RUNS = 20;
const MAX_ASIDE = 60;
const VERSION = /^[0-9a-f]{12}$/;
const RUN_KINDS = ["run", "check", "aside"];

const text = (value: unknown): value is string => typeof value === "string";

function isSavedRun(value: unknown): value is SavedRun {
  const run = value as SavedRun | null;
  return typeof run === "object" && [run?.code, run?.at, run?.status].every(text) && RUN_KINDS.includes(run?.how ?? "");
}

/** `value` as kept work, its malformed parts left out; undefined if it is none. */
export function parseSavedCode(value: unknown): SavedCode | undefined {
  const kept = value as Partial<SavedCode> | null | undefined;
  if (typeof kept !== "object" || !text(kept?.code) || !text(kept.starter)) return undefined;
  return {
    code: kept.code,
    starter: kept.starter,
    ...(text(kept.version) && VERSION.test(kept.version) && { version: kept.version }),
    ...(text(kept.undo) && { undo: kept.undo }),
    hints: Number.isInteger(kept.hints) ? Math.max(0, kept.hints ?? 0) : 0,
    tried: Array.isArray(kept.tried) ? kept.tried.filter(text) : [],
    passed: kept.passed === true,
    revision: Number.isInteger(kept.revision) ? (kept.revision ?? 0) : 0,
    by: text(kept.by) ? kept.by : "",
    ...(Number.isInteger(kept.variant) && (kept.variant ?? -1) >= 0 && { variant: kept.variant }),
    runs: Array.isArray(kept.runs) ? limitRuns(kept.runs.filter(isSavedRun)) : [],
  };
}

/** What was reached in either: it adds up, whichever code is taken. */
export function mergeProgress(
  one: SavedCode,
  other: SavedCode,
): Pick<SavedCode, "hints" | "tried" | "passed" | "runs"> {
  return {
    hints: Math.max(one.hints, other.hints),
    tried: [...new Set([...one.tried, ...other.tried])],
    passed: one.passed || other.passed,
    runs: mergeRuns(one.runs, other.runs),
  };
}

/** The newest of `runs` (the newest first): so many that were run or checked, and so many that were set aside. */
function limitRuns(runs: SavedRun[]): SavedRun[] {
  let [ran, aside] = [0, 0];
  return runs.filter(({ how }) => (how === "aside" ? ++aside <= MAX_ASIDE : ++ran <= MAX_RUNS));
}

/** Two lists of runs as one. Of the same code run the same way only the newest is kept. */
export function mergeRuns(one: SavedRun[], other: SavedRun[]): SavedRun[] {
  const newest = [...one, ...other].sort((a, b) => b.at.localeCompare(a.at));
  const seen = new Set<string>();
  return limitRuns(
    newest.filter((run) => {
      // What a tab has set aside and goes on changing is one entry, not one for each keystroke.
      const name = run.how === "aside" && run.tab ? `tab ${run.tab}` : `${run.how} ${run.code}`;
      return !seen.has(name) && seen.add(name);
    }),
  );
}

/** `runs` with `code` set aside in it, unless it stands there already or was never touched. */
export function setAside(runs: SavedRun[], code: string, starter: string, tab = ""): SavedRun[] {
  // What stands there under a tab's name may still be replaced, and of what was run only the newest is kept.
  const lasting = runs.filter((run) => !run.tab && (!tab || run.how === "aside"));
  if (code === starter || lasting.some((run) => run.code === code)) return runs;
  return mergeRuns([{ code, at: new Date().toISOString(), how: "aside", status: "", ...(tab && { tab }) }], runs);
}

/** What changes when `code` takes the place of what stands, which is set aside; `undo` is what can be brought back. */
export function replaceCode(work: SavedCode, code: string, undo: string | undefined): Partial<SavedCode> {
  return { runs: setAside(work.runs, work.code, work.starter), code, undo };
}

/** What a tab goes on with once the learner has chosen its own code or the other tab's: the one left is set aside. */
export function resolveClash(mine: SavedCode, theirs: SavedCode, which: "mine" | "theirs"): Partial<SavedCode> {
  const [taken, left] = which === "mine" ? [mine, theirs] : [theirs, mine];
  const { code, starter, undo, variant } = taken;
  const runs = setAside(mergeRuns(mine.runs, theirs.runs), left.code, left.starter);
  return { ...mergeProgress(mine, theirs), code, starter, undo, variant, runs, revision: theirs.revision };
}

/**
 * What to keep when `mine` meets `stored`: mine if it was begun from what is stored (or from this tab's own), else
 * what is stored, with mine set aside. `clash` tells which.
 */
export function mergeSaved(stored: SavedCode | undefined, mine: SavedCode): { kept: SavedCode; clash: boolean } {
  if (!stored) return { kept: { ...mine, revision: mine.revision + 1 }, clash: false };
  const both = mergeProgress(stored, mine);
  const same = stored.code === mine.code;
  if (same || stored.revision === mine.revision || stored.by === mine.by) {
    const revision = Math.max(stored.revision, mine.revision) + (same ? 0 : 1);
    return { kept: { ...mine, ...both, revision }, clash: false };
  }
  return { kept: { ...stored, ...both, runs: setAside(both.runs, mine.code, mine.starter, mine.by) }, clash: true };
}

/** What is kept, merged with what a page noted and did not come to keep; undefined if neither is work. */
export function mergePending(stored: unknown, pending: unknown): SavedCode | undefined {
  const [kept, noted] = [parseSavedCode(stored), parseSavedCode(pending)];
  return noted ? mergeSaved(kept, noted).kept : kept;
}

/** A short name for a piece of code, the same for codes that differ in blanks at line ends only. */
export function fingerprint(code: string): string {
  let hash = 5381;
  for (const letter of code.replace(/[ \t]+$/gm, "").trim()) hash = ((hash * 33) ^ (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
}
