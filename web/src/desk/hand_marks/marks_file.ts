// marks.json: the marks for free text as one file, which desk and command line read, write and merge.

import words from "../../../../src/coursekit/words/en/classroom/marks.json";
import { fileFormat } from "../../shared/course";
import { addSentences, say } from "../../shared/words";
import { isRecord } from "../files/answer_key";
import { parse } from "../files/json_depth";
import { type LatePolicy, readPolicy } from "../late/policy";
import type { HandMark } from "../types";

addSentences(words);

interface Entry {
  hand_in: string;
  item: string;
  points: number | null;
  grader?: string;
  at?: string;
  comment?: string;
  decides?: boolean;
}

const VERSION = 1;
const MOST_POINTS = 1000;
const [LONG_NAME, LONG_COMMENT] = [80, 10_000];

/** The text of the file; the same marks give the same text. */
export function writeMarks(marks: HandMark[], late?: LatePolicy): string {
  const entries = marks.map(
    (mark): Entry => ({
      hand_in: mark.sha256,
      item: mark.text,
      points: mark.points,
      grader: mark.grader ?? "",
      at: mark.at ?? "",
      comment: mark.comment ?? "",
      ...(mark.decides && { decides: true }),
    }),
  );
  return `${JSON.stringify({ format: fileFormat("marks"), version: VERSION, ...(late && { late }), marks: entries }, null, 1)}\n`;
}

/** The marks in a file. @throws Error with a sentence that names the file, and the mark: a file is read whole or not */
export function readMarks(name: string, text: string): HandMark[] {
  return marksIn(name, contentOf(name, text));
}

/** The rules for late hand-ins in a file of marks; undefined if it has none. @throws Error as `readMarks` does */
export function readLate(name: string, text: string): LatePolicy | undefined {
  const { late } = contentOf(name, text);
  return late === undefined ? undefined : readPolicy(name, late);
}

function contentOf(name: string, text: string): Record<string, unknown> & { marks: unknown[] } {
  const parsed = parse(text.replace(/^\uFEFF/, ""));
  const value = "value" in parsed ? parsed.value : undefined;
  if (!isRecord(value) || value.format !== fileFormat("marks") || !Array.isArray(value.marks)) {
    throw new Error(say("marks.none", { name }));
  }
  if (value.version !== VERSION) {
    throw new Error(say("marks.version", { name, version: String(value.version).slice(0, 20) }));
  }
  return value as Record<string, unknown> & { marks: unknown[] };
}

function marksIn(name: string, { marks }: { marks: unknown[] }): HandMark[] {
  return marks.map((entry: unknown, n) => {
    const wrong = faultOf(entry);
    if (wrong) throw new Error(say("marks.entry", { name, n: n + 1, field: wrong }));
    const { hand_in, item, points, grader, at, comment, decides } = entry as Entry;
    const more = { grader: grader ?? "", at: at ?? "", comment: comment ?? "" };
    return { sha256: hand_in, text: item, points, ...more, ...(decides && { decides: true as const }) };
  });
}

/** The first field of an entry that is not as it should be. */
function faultOf(entry: unknown): string | undefined {
  if (!isRecord(entry)) return "marks";
  const { points, at = "" } = entry;
  const short = (value: unknown, most: number): boolean => typeof value === "string" && value.length <= most;
  const sound: Record<string, boolean> = {
    hand_in: typeof entry.hand_in === "string" && /^[0-9a-f]{64}$/.test(entry.hand_in),
    item: typeof entry.item === "string" && /^reflection\/[\w.-]{1,120}$/.test(entry.item),
    points: points === null || (typeof points === "number" && points >= 0 && points <= MOST_POINTS),
    grader: short(entry.grader ?? "", LONG_NAME),
    at: typeof at === "string" && (at === "" || !Number.isNaN(Date.parse(at))),
    comment: short(entry.comment ?? "", LONG_COMMENT),
    decides: entry.decides === undefined || typeof entry.decides === "boolean",
  };
  const odd = Object.keys(entry).find((field) => !(field in sound));
  return odd ?? Object.keys(sound).find((field) => !sound[field]);
}
