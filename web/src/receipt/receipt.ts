// A receipt of what is kept: the work that was assigned, or all, and of the person nothing but the alias.
import type { Course } from "../assignment/course";
import { parseSavedCode } from "../code/saved/saved_code";
import { ESSAY_FIELD, MAX_TEXT_LENGTH, parseTexts } from "../shared/free_text/saved_texts";
import { parseSeed, SEED_KEY } from "../varying/seed";
import { isVariant } from "../varying/variant";
import { FORMAT, MAX_BYTES, MAX_CODE_LENGTH, type Receipt } from "./format";
import { validWork } from "./work_file";

type Entry = Record<string, unknown>;
const NAME = /^(exercise|question|prediction|memo|reflection|scene)\/([A-Za-z0-9_-]{1,80})$/;
const truncate = (value: unknown, most: number): string => String(value ?? "").slice(0, most);

function exerciseEntry(value: unknown, runs: number): Entry | undefined {
  const kept = parseSavedCode(value);
  if (!kept || (kept.code === kept.starter && !kept.runs.length)) return undefined; // untouched
  const { code, starter, version, variant, passed, hints, tried } = kept;
  return {
    code: truncate(code, MAX_CODE_LENGTH),
    starter: truncate(starter, MAX_CODE_LENGTH),
    ...(version !== undefined && { version }),
    ...(variant !== undefined && { variant }),
    passed,
    hints,
    tried: tried.slice(-2000).map((print) => truncate(print, 20)),
    runs: kept.runs.slice(0, runs).map((run) => ({
      code: truncate(run.code, MAX_CODE_LENGTH),
      at: truncate(run.at, 40),
      how: run.how,
      status: truncate(run.status, 20),
    })),
  };
}

function answerEntry(kind: string, value: Entry): Entry | undefined {
  const at = truncate(value.at, 40);
  if (kind === "question") {
    const { given, right, tries, variant } = value;
    const which = isVariant(variant) && { variant };
    const numbers =
      Array.isArray(given) && given.length <= 100 && given.every((one) => Number.isInteger(one) && one >= 0);
    return numbers || Number.isFinite(given)
      ? { given, right, tries: Math.max(0, Math.round(Number(tries))), ...which, at }
      : undefined;
  }
  if (kind === "prediction") {
    const { guess, within, answer, kind: of } = value;
    const more = {
      ...(typeof within === "string" && { within: truncate(within, 40) }),
      ...(typeof of === "string" && { kind: truncate(of, 20) }),
    };
    return { guess: guess === null ? null : truncate(guess, 200), answer: truncate(answer, 200), at, ...more };
  }
  if (kind === "scene") {
    const { first, again } = value;
    const chosen = Object.entries({ first, again }).filter(([, choice]) => choice !== undefined);
    return { ...Object.fromEntries(chosen.map(([when, choice]) => [when, truncate(choice, 40)])), at };
  }
  if (kind === "memo") {
    const answers = Object.entries(value.answers as Record<string, string>).slice(0, 50);
    return { answers: Object.fromEntries(answers.map(([name, text]) => [name, truncate(text, MAX_TEXT_LENGTH)])), at };
  }
  const text = parseTexts(value)?.texts[ESSAY_FIELD];
  return text === undefined ? undefined : { text, at };
}

/** An essay that is written as a memo: its answers, one after the other. */
function withMemosAsEssays(kept: Map<string, unknown>, course: Course | undefined): Map<string, unknown> {
  const all = new Map(kept);
  for (const { id, memo } of course?.reflections ?? []) {
    const found =
      memo &&
      (validWork(`memo/${memo}`, kept.get(`memo/${memo}`)) as
        | { answers: Record<string, string>; at: string }
        | undefined);
    if (!found) continue;
    const parts = Object.entries(found.answers).filter(([, text]) => text.trim());
    if (parts.length)
      all.set(`reflection/${id}`, { text: parts.map(([name, text]) => `${name}: ${text}`).join("\n\n"), at: found.at });
  }
  return all;
}

export interface ReceiptContext {
  title: string;
  course: Course | undefined;
  /** As in the link. */
  assignment: Record<string, unknown> | null;
  alias: string;
  /** Whether what is kept under a key is to be handed in. */
  wanted(key: string): boolean;
}

/** The receipt; of attempts only the newest where it would be too large else. */
export function makeReceipt(kept: Map<string, unknown>, about: ReceiptContext): Receipt {
  const seed = parseSeed(kept.get(SEED_KEY));
  const { course } = about;
  let made: Receipt | undefined;
  for (const runs of [20, 8, 3, 0]) {
    const work: Receipt["work"] = {};
    for (const [key, value] of [...withMemosAsEssays(kept, course)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const kind = NAME.exec(key)?.[1];
      if (!kind || !about.wanted(key) || validWork(key, value) === undefined) continue;
      const entry = kind === "exercise" ? exerciseEntry(value, runs) : answerEntry(kind, value as Entry);
      if (entry) work[key] = entry;
    }
    made = {
      format: FORMAT,
      version: 1,
      course: { title: about.title, build: course?.build ?? "", edition: course?.edition ?? "self-study" },
      assignment: about.assignment,
      alias: about.alias,
      saved: new Date().toISOString(),
      seed: seed ?? null,
      work,
    };
    if (new TextEncoder().encode(JSON.stringify(made)).length < MAX_BYTES * 0.9) break;
  }
  return made!;
}

const safeName = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}_-]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);

/** ALIAS-CODE without its ending, safe on every system. */
export function fileName(alias: string, code: string): string {
  const name = [safeName(alias) || "work", safeName(code)].filter(Boolean).join("-");
  return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `${name}-work` : name;
}
