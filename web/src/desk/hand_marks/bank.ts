// The bank of comments: what graders keep to write it again by one press. It stands in marks.json.
import words from "../../../../src/coursekit/words/en/classroom/marks.json";
import { addSentences, say } from "../../shared/words";
import { isRecord } from "../files/answer_key";
import type { BankComment } from "../types";

addSentences(words);

const MOST_COMMENTS = 2000;
const [LONG_NAME, LONG_COMMENT] = [210, 10_000];
const FIELDS = ["item", "criterion", "text"] as const;

const place = (one: BankComment): string => JSON.stringify(FIELDS.map((field) => one[field]));

/** The comments of several banks as one, each once, in the order of items, criteria and texts. */
export function mergeBanks(...banks: BankComment[][]): BankComment[] {
  const all = new Map(banks.flat().map((one) => [place(one), one]));
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The comments for one criterion of an item, in the order in which the bank has them. */
export const commentsFor = (bank: BankComment[], item: string, criterion: string): string[] =>
  bank.filter((one) => one.item === item && one.criterion === criterion).map(({ text }) => text);

/** The bank with a comment, or without it if it is there. */
export function toggled(bank: BankComment[], comment: BankComment): BankComment[] {
  const without = bank.filter((one) => place(one) !== place(comment));
  return without.length < bank.length ? without : mergeBanks(bank, [comment]);
}

/** The comments in a file. @throws Error with a sentence that names the file and the comment */
export function readBank(name: string, value: unknown): BankComment[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MOST_COMMENTS) throw new Error(say("marks.bank", { name }));
  return value.map((one: unknown, n) => {
    if (!isComment(one)) throw new Error(say("marks.bank-entry", { name, n: n + 1 }));
    return { item: one.item, criterion: one.criterion, text: one.text };
  });
}

function isComment(one: unknown): one is BankComment {
  if (!isRecord(one) || Object.keys(one).some((field) => !FIELDS.includes(field as "item"))) return false;
  const { item, criterion, text } = one;
  const named = [item, criterion].every((field) => typeof field === "string" && field.length <= LONG_NAME);
  return named && typeof text === "string" && text.trim() !== "" && text.length <= LONG_COMMENT;
}
