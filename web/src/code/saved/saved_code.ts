// What is kept of one exercise or cell: its form, and how two tabs' or two files' versions of it become one.
import type { Kept, RunKept } from "../types";

/** Runs that are remembered, the newest first. */
const RUNS = 20;
const VERSION = /^[0-9a-f]{12}$/;
const HOWS = ["run", "check", "aside"];

const text = (value: unknown): value is string => typeof value === "string";

function soundRun(value: unknown): value is RunKept {
  const run = value as RunKept | null;
  return typeof run === "object" && [run?.code, run?.at, run?.status].every(text) && HOWS.includes(run?.how ?? "");
}

/** `value` as kept work, its malformed parts left out; undefined if it is none. */
export function sound(value: unknown): Kept | undefined {
  const kept = value as Partial<Kept> | null | undefined;
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
    runs: Array.isArray(kept.runs) ? kept.runs.filter(soundRun).slice(0, RUNS) : [],
  };
}

/** What was reached in either: it adds up, whichever code is taken. */
export function reached(one: Kept, other: Kept): Pick<Kept, "hints" | "tried" | "passed" | "runs"> {
  return {
    hints: Math.max(one.hints, other.hints),
    tried: [...new Set([...one.tried, ...other.tried])],
    passed: one.passed || other.passed,
    runs: together(one.runs, other.runs),
  };
}

/** Two lists of runs as one. Of the same code run the same way only the newest is kept. */
export function together(one: RunKept[], other: RunKept[]): RunKept[] {
  const newest = [...one, ...other].sort((a, b) => b.at.localeCompare(a.at));
  const seen = new Set<string>();
  return newest
    .filter((run) => {
      // What a tab has set aside and goes on changing is one entry, not one for each keystroke.
      const name = run.how === "aside" && run.tab ? `tab ${run.tab}` : `${run.how} ${run.code}`;
      return !seen.has(name) && seen.add(name);
    })
    .slice(0, RUNS);
}

/** `runs` with `code` set aside in it, unless it stands there already or was never touched. */
export function setAside(runs: RunKept[], code: string, starter: string, tab = ""): RunKept[] {
  const own = tab ? runs.filter((run) => run.tab !== tab) : runs;
  if (code === starter || own.some((run) => run.code === code)) return runs;
  return together([{ code, at: new Date().toISOString(), how: "aside", status: "", ...(tab && { tab }) }], runs);
}

/**
 * What to keep when `mine` meets `stored`: mine if it was begun from what is stored (or from this tab's own), else
 * what is stored, with mine set aside. `clash` tells which.
 */
export function settle(stored: Kept | undefined, mine: Kept): { kept: Kept; clash: boolean } {
  if (!stored) return { kept: { ...mine, revision: mine.revision + 1 }, clash: false };
  const both = reached(stored, mine);
  const same = stored.code === mine.code;
  if (same || stored.revision === mine.revision || stored.by === mine.by) {
    const revision = Math.max(stored.revision, mine.revision) + (same ? 0 : 1);
    return { kept: { ...mine, ...both, revision }, clash: false };
  }
  return { kept: { ...stored, ...both, runs: setAside(both.runs, mine.code, mine.starter, mine.by) }, clash: true };
}

/** A short name for a piece of code, the same for codes that differ in blanks at line ends only. */
export function fingerprint(code: string): string {
  let hash = 5381;
  for (const letter of code.replace(/[ \t]+$/gm, "").trim()) hash = ((hash * 33) ^ (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
}
