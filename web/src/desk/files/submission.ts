// One hand-in as it stands in its file: everything in it is a claim, and nothing in it is trusted to have its form.
import { FORMAT, NOTEBOOK_METADATA_KEY, WORK_FORMAT } from "../../receipt/format";
import { fileFormat } from "../../shared/course";
import { say } from "../../shared/words";
import { isVariant } from "../../varying/variant";
import type { Guessed } from "../types";
import { isRecord } from "./answer_key";
import { doubledKeys } from "./doubled_keys";
import { inWords, parse } from "./json_depth";
import { changedCells, changedEssays, type EditedNotebook } from "./notebook_cells";

export const MAX_BYTES = 2_000_000;
const MOST_TEXT = 20_000;
const MOST_CODE = 50_000;
const MOST_ENTRIES = 3_000;
const FIELDS = ["format", "version", "course", "assignment", "alias", "saved", "seed", "work"];
const NAME = /^(exercise|question|prediction|memo|reflection|scene)\/([\w.-]{1,120})$/;

export interface SubmittedCode {
  code: string;
  version: string;
  variant: number;
  passed: boolean;
}

/** What was read; an entry of undefined is there and malformed. */
export interface HandIn {
  alias: string;
  seed: number | undefined;
  saved: string;
  build: string;
  edition: string;
  exercises: Map<string, SubmittedCode | undefined>;
  questions: Map<string, unknown>;
  /** Which variant of a question was answered, where the file says it. */
  variants: Map<string, number>;
  predictions: Map<string, Guessed>;
  texts: Map<string, string>;
  notes: string[];
  flags: string[];
}

/** A file that is no hand-in; the message says why. */
export class MalformedFile extends Error {}

/**
 * The hand-in in `bytes`; of a notebook whose cells were changed, `edited` says what counts.
 * @throws Malformed with a sentence
 */
export function readHandIn(bytes: Uint8Array, edited: EditedNotebook = "cells"): HandIn {
  if (!bytes.length) throw new MalformedFile(say("desk.file-empty"));
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new MalformedFile(say("desk.file-no-text"));
  }
  const parsed = parse(text);
  if ("why" in parsed) throw new MalformedFile(say(`desk.file-${parsed.why}`));
  const receipt = receiptIn(parsed.value);
  const read = fromReceipt(receipt);
  const twice = doubledKeys(text).map((name) => oneLine(name, 60));
  if (twice.length) read.flags.push(say("desk.doubled-keys", { names: twice.join(", ") }));
  if (receipt !== parsed.value && isRecord(parsed.value)) {
    const [cells, work] = [parsed.value.cells as unknown[], receipt.work as Record<string, unknown>];
    compareCells(read, cells, work, edited);
    compareEssays(read, cells, work, edited);
  }
  return read;
}

/** Say where a notebook's cells are not what its receipt says, and take the code that is to be graded. */
function compareCells(read: HandIn, cells: unknown[], work: Record<string, unknown>, edited: EditedNotebook): void {
  for (const { id, code, how } of changedCells(cells, work)) {
    const written = read.exercises.get(id);
    const taken = edited === "cells" && written && code !== undefined && code.length <= MOST_CODE;
    if (taken) read.exercises.set(id, { ...written, code, passed: false });
    read.flags.push(`${say(`desk.cell-${how}`, { id })} ${say(taken ? "desk.cell-graded" : "desk.receipt-graded")}`);
  }
}

/** The same of its essays. */
function compareEssays(read: HandIn, cells: unknown[], work: Record<string, unknown>, edited: EditedNotebook): void {
  for (const { id, code: words, how } of changedEssays(cells, work)) {
    const taken = edited === "cells" && words !== undefined;
    if (taken) {
      read.texts.delete(`reflection/${id}`);
      text(read, `reflection/${id}`, words);
    }
    read.flags.push(`${say(`desk.essay-${how}`, { id })} ${say(taken ? "desk.essay-taken" : "desk.essay-saved")}`);
  }
}

/** The receipt that `value` is, or that a notebook carries. */
function receiptIn(value: unknown): Record<string, unknown> {
  let found = value;
  if (isRecord(found) && Array.isArray(found.cells) && isRecord(found.metadata)) {
    found = found.metadata[NOTEBOOK_METADATA_KEY];
    if (found === undefined) throw new MalformedFile(say("desk.file-notebook"));
  }
  if (!isRecord(found)) throw new MalformedFile(say("desk.file-other"));
  if (found.format === WORK_FORMAT) throw new MalformedFile(say("desk.file-work"));
  if (found.format === fileFormat("key")) throw new MalformedFile(say("desk.file-key"));
  if (found.format === fileFormat("marks")) throw new MalformedFile(say("desk.file-marks"));
  if (found.format !== FORMAT) throw new MalformedFile(say("desk.file-other"));
  if (found.version !== 1)
    throw new MalformedFile(say("desk.file-version", { version: truncate(inWords(found.version), 20) }));
  if (!isRecord(found.work)) throw new MalformedFile(say("desk.file-no-work"));
  return found;
}

function fromReceipt(receipt: Record<string, unknown>): HandIn {
  const course = isRecord(receipt.course) ? receipt.course : {};
  const read: HandIn = {
    alias: oneLine(receipt.alias, 120),
    seed: isRecord(receipt.seed) && Number.isSafeInteger(receipt.seed.seed) ? Number(receipt.seed.seed) : undefined,
    saved:
      typeof receipt.saved === "string" && !Number.isNaN(Date.parse(receipt.saved)) ? oneLine(receipt.saved, 40) : "",
    build: oneLine(course.build, 80),
    edition: oneLine(course.edition, 40),
    exercises: new Map(),
    questions: new Map(),
    variants: new Map(),
    predictions: new Map(),
    texts: new Map(),
    notes: [],
    flags: [],
  };
  if (!read.alias) read.notes.push(say("desk.no-alias"));
  const more = Object.keys(receipt).filter((name) => !FIELDS.includes(name));
  if (more.length)
    read.flags.push(
      say("desk.more-fields", {
        names: truncate(
          more
            .slice(0, 8)
            .map((name) => oneLine(name, 30))
            .join(", "),
          200,
        ),
      }),
    );
  const entries = Object.entries(receipt.work as Record<string, unknown>);
  if (entries.length > MOST_ENTRIES)
    read.notes.push(say("desk.many-entries", { n: entries.length, most: MOST_ENTRIES }));
  let strange = 0;
  for (const [key, value] of entries.slice(0, MOST_ENTRIES)) if (!take(read, key, value)) strange++;
  if (strange) read.notes.push(say("desk.strange-entries", { n: strange }));
  return read;
}

/** Put one entry where it belongs; false if nothing of that name is known. */
function take(read: HandIn, key: string, value: unknown): boolean {
  const [, kind, id] = NAME.exec(key) ?? [];
  if (!kind || !id || id === "__proto__") return false;
  const entry = isRecord(value) ? value : {};
  if (kind === "exercise") read.exercises.set(id, written(entry));
  else if (kind === "question") {
    read.questions.set(id, entry.given);
    if (isVariant(entry.variant)) read.variants.set(id, entry.variant);
  } else if (kind === "prediction") {
    const { guess, answer } = entry;
    if ((guess !== null && typeof guess !== "string") || typeof answer !== "string") return false;
    read.predictions.set(id, { guess: guess === null ? null : truncate(guess, 500), answer: truncate(answer, 500) });
  } else if (kind === "reflection") {
    if (typeof entry.text !== "string") return false;
    text(read, key, entry.text);
  } else if (kind === "memo") {
    const answers = isRecord(entry.answers) ? entry.answers : {};
    for (const [name, one] of Object.entries(answers).slice(0, 50)) {
      if (typeof one === "string" && /^[\w-]{1,60}$/.test(name) && name !== "__proto__")
        text(read, `${key}/${name}`, one);
    }
  } // what was chosen in a scene is known, and never marked
  return true;
}

function text(read: HandIn, key: string, words: string): void {
  if (words.length > MOST_TEXT) read.notes.push(say("desk.long-text", { key, most: MOST_TEXT }));
  if (words.trim()) read.texts.set(key, truncate(words, MOST_TEXT));
}

function written(entry: Record<string, unknown>): SubmittedCode | undefined {
  const { code, version, variant } = entry;
  if (typeof code !== "string" || code.length > MOST_CODE) return undefined;
  const number = isVariant(variant) ? variant : 0;
  return { code, version: oneLine(version, 40), variant: number, passed: entry.passed === true };
}

export const truncate = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1)}…`;

/** Text on one line, without what turns or hides letters; "" for what is no text. */
export function oneLine(value: unknown, most: number): string {
  if (typeof value !== "string") return "";
  return truncate(value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim(), most);
}
