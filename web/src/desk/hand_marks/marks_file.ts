// marks.json: the marks that people gave as one file, which desk and command line read, write and merge.

import words from "../../../../src/coursekit/words/en/classroom/marks.json";
import { fileFormat } from "../../shared/course";
import { addSentences, say } from "../../shared/words";
import { isRecord } from "../files/answer_key";
import { inWords, parse } from "../files/json_depth";
import { type LatePolicy, readPolicy } from "../late/policy";
import type { BankComment, CriterionMark, HandMark } from "../types";
import { readBank } from "./bank";
import { faultOfMark } from "./mark_fields";
import { readSharing, type Sharing } from "./shares";

addSentences(words);

interface Entry {
  hand_in: string;
  item: string;
  points: number | null;
  grader?: string;
  at?: string;
  comment?: string;
  criteria?: CriterionMark[];
  of?: number;
  reason?: string;
  decides?: boolean;
}

const VERSION = 1;

/** The text of the file; the same marks give the same text. */
export function writeMarks(marks: HandMark[], late?: LatePolicy, bank: BankComment[] = [], sharing?: Sharing): string {
  const entries = marks.map(
    (mark): Entry => ({
      hand_in: mark.sha256,
      item: mark.text,
      points: mark.points,
      grader: mark.grader ?? "",
      at: mark.at ?? "",
      comment: mark.comment ?? "",
      ...(mark.criteria?.length && {
        criteria: mark.criteria.map(({ name, points, of, comment }) => ({ name, points, of, comment: comment ?? "" })),
        of: mark.of ?? 0,
      }),
      ...(mark.reason && { reason: mark.reason }),
      ...(mark.decides && { decides: true }),
    }),
  );
  const beside = { ...(late && { late }), ...(sharing && { sharing }), ...(bank.length && { bank }) };
  const head = { format: fileFormat("marks"), version: VERSION, ...beside };
  return `${JSON.stringify({ ...head, marks: entries }, null, 1)}\n`;
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

/** How the marking is shared out, of several files: the last that says it decides. @throws Error as `readMarks` does */
export function mergeSharing(files: [string, string][]): { sharing: Sharing | undefined; notes: string[] } {
  const found = files.flatMap(([name, text]) => {
    const { sharing } = contentOf(name, text);
    return sharing === undefined ? [] : [{ name, sharing: readSharing(name, sharing) }];
  });
  const last = found.at(-1);
  const other = found.find(({ sharing }) => JSON.stringify(sharing) !== JSON.stringify(last?.sharing));
  const notes = last && other ? [say("marks.sharing-two", { first: other.name, name: last.name })] : [];
  return { sharing: last?.sharing, notes };
}

/** The comments in a file of marks that are kept to be used again. @throws Error as `readMarks` does */
export const readComments = (name: string, text: string): BankComment[] => readBank(name, contentOf(name, text).bank);

function contentOf(name: string, text: string): Record<string, unknown> & { marks: unknown[] } {
  const parsed = parse(text.replace(/^\uFEFF/, ""));
  const value = "value" in parsed ? parsed.value : undefined;
  if (!isRecord(value) || value.format !== fileFormat("marks") || !Array.isArray(value.marks)) {
    throw new Error(say("marks.none", { name }));
  }
  if (value.version !== VERSION) {
    throw new Error(say("marks.version", { name, version: inWords(value.version).slice(0, 20) }));
  }
  return value as Record<string, unknown> & { marks: unknown[] };
}

function marksIn(name: string, { marks }: { marks: unknown[] }): HandMark[] {
  return marks.map((entry: unknown, n) => {
    const wrong = faultOfMark(entry);
    if (wrong) throw new Error(say("marks.entry", { name, n: n + 1, field: wrong }));
    const { hand_in, item, points, grader, at, comment, criteria, of, reason, decides } = entry as Entry;
    const more = { grader: grader ?? "", at: at ?? "", comment: comment ?? "" };
    return {
      ...{ sha256: hand_in, text: item, points, ...more },
      ...(criteria?.length && { criteria, of: of ?? 0 }),
      ...(reason?.trim() && { reason }),
      ...(decides && { decides: true as const }),
    };
  });
}
