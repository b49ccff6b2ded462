// The file of a learner's work: what is in it, what is taken from one, and how it meets what is here already.
import { mergeProgress, parseSavedCode, setAside } from "../code/saved/saved_code";
import { mergeSeen, parseSeen, SEEN_KEY } from "../progress/seen";
import { parseChoice } from "../scene/choice";
import { formatTexts, mergeSavedTexts, parseTexts } from "../shared/free_text/saved_texts";
import { olderSeed, parseSeed, SEED_KEY } from "../varying/seed";
import { WORK_FORMAT, workInReceipt } from "./format";

const KEY = /^(exercise|cell|question|prediction|review|memo|reflection|scene)\/[\w./-]{1,200}$/;

export interface WorkFile {
  format: string;
  version: 1;
  /** ISO date and time. */
  saved: string;
  work: Record<string, unknown>;
}

type DatedEntry = { at: string } & Record<string, unknown>;

/** An answered question, a guess, a memo or a scene's choice, or undefined. */
function parseAnswer(key: string, value: unknown): DatedEntry | undefined {
  const given = value as DatedEntry | null;
  if (typeof given !== "object" || typeof given?.at !== "string") return undefined;
  if (key.startsWith("prediction/")) {
    return (given.guess === null || typeof given.guess === "string") && typeof given.answer === "string"
      ? given
      : undefined;
  }
  if (key.startsWith("review/")) {
    return typeof given.box === "number" && typeof given.due === "string" ? given : undefined;
  }
  if (/^(memo|reflection)\//.test(key)) {
    const kept = parseTexts(given);
    const essay = key.startsWith("reflection/");
    return kept && essay === "text" in given ? (formatTexts(kept, essay) as DatedEntry) : undefined;
  }
  if (key.startsWith("scene/")) return parseChoice(given) as DatedEntry | undefined;
  const { given: it, right, tries } = given;
  const plain =
    typeof it === "number" || typeof it === "string" || (Array.isArray(it) && it.every((n) => typeof n === "number"));
  return plain && typeof right === "boolean" && typeof tries === "number" ? given : undefined;
}

/** Whether a piece of work is kept under `key`, and not only what goes along with the work. */
export const isWork = (key: string): boolean => key !== SEED_KEY && key !== SEEN_KEY;

const isCode = (key: string): boolean => key.startsWith("exercise/") || key.startsWith("cell/");

/** `value` if it is work that may stand under `key`, else undefined. */
export function validWork(key: string, value: unknown): unknown {
  if (key === SEED_KEY) return parseSeed(value);
  if (key === SEEN_KEY) return value === undefined ? undefined : parseSeen(value);
  if (!KEY.test(key)) return undefined;
  return isCode(key) ? parseSavedCode(value) : parseAnswer(key, value);
}

export function makeWorkFile(kept: Map<string, unknown>): WorkFile {
  const work = [...kept]
    .filter(([key, value]) => validWork(key, value) !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { format: WORK_FORMAT, version: 1, saved: new Date().toISOString(), work: Object.fromEntries(work) };
}

export interface WorkInFile {
  entries: [string, unknown][];
  leftOut: number;
  /** Of a receipt, as they stand in it. */
  assignment?: unknown;
  alias?: unknown;
}

/** What `text` (a file of all work, or a receipt) holds of the course's work; undefined if it is no such file. */
export function parseWorkFile(text: string): WorkInFile | undefined {
  try {
    const found: unknown = JSON.parse(text);
    const receipt = workInReceipt(found);
    const file = receipt ?? (found as Partial<WorkFile> | null);
    if (file?.format !== WORK_FORMAT || file.version !== 1 || typeof file.work !== "object" || !file.work)
      return undefined;
    const all = Object.entries(file.work);
    const entries = all.flatMap(([key, value]): [string, unknown][] => {
      const good = validWork(key, value);
      return good === undefined ? [] : [[key, good]];
    });
    return { entries, leftOut: all.length - entries.length, assignment: receipt?.assignment, alias: receipt?.alias };
  } catch {
    return undefined;
  }
}

/** What to keep under `key` when `incoming` from a file meets what is stored: nothing that was written is lost. */
export function mergeWork(key: string, stored: unknown, incoming: unknown): unknown {
  if (key === SEED_KEY) return olderSeed(parseSeed(stored), parseSeed(incoming));
  if (key === SEEN_KEY) return mergeSeen(parseSeen(stored), parseSeen(incoming));
  if (isCode(key)) {
    const [here, there] = [parseSavedCode(stored), parseSavedCode(incoming)];
    if (!there) return stored;
    if (!here) return there;
    const both = mergeProgress(here, there);
    // An untouched start counts for nothing; else the file's code comes to the front, and what was here among the runs.
    if (here.code === there.code || there.code === there.starter) return { ...here, ...both };
    const revision = Math.max(here.revision, there.revision) + 1;
    return { ...there, ...both, runs: setAside(both.runs, here.code, here.starter), revision, by: "" };
  }
  const [here, there] = [parseAnswer(key, stored), parseAnswer(key, incoming)];
  if (/^(memo|reflection)\//.test(key)) return mergeSavedTexts(here, there);
  return here && there && here.at >= there.at ? stored : incoming;
}
