// The rules for late hand-ins: part of marks.json, so that desk and command line reckon with the same.
import words from "../../../../src/coursekit/words/en/classroom/late.json";
import { addSentences, say } from "../../shared/words";
import { parse } from "../export/tables/csv";
import { isRecord } from "../files/answer_key";
import { instantOf, isZone } from "./time_zone";

addSentences(words);

/** Another due date for one person; or the time at which the person handed in, whatever the file says. */
export interface Extension {
  /** Alias, login, number, address or name. */
  who: string;
  due?: string;
  handed_in?: string;
}

export interface LatePolicy {
  /** By the clock of `zone`; without it, the assignment's. */
  due?: string;
  /** A name of the IANA's list of time zones. */
  zone: string;
  grace_minutes: number;
  /** Of the points that can be reached, for each day that has begun. */
  percent_per_day: number;
  /** No more is taken off than this. */
  most_percent: number;
  /** After so many days nothing counts; null: it is never too late. */
  closed_after_days: number | null;
  extensions: Extension[];
}

export const NO_PENALTY: LatePolicy = {
  ...{ zone: "UTC", grace_minutes: 0, percent_per_day: 0, most_percent: 100 },
  ...{ closed_after_days: null, extensions: [] },
};

const MOST_EXTENSIONS = 5000;

/** The rules in a file. @throws Error with a sentence that names the file and the field */
export function readPolicy(name: string, value: unknown): LatePolicy {
  const refuse = (field: string): never => {
    throw new Error(say("late.field", { name, field }));
  };
  if (!isRecord(value)) return refuse("late");
  const odd = Object.keys(value).find((field) => field !== "due" && !(field in NO_PENALTY));
  if (odd) refuse(odd);
  const made = { ...(value.due !== undefined && { due: value.due }), ...NO_PENALTY, ...value } as LatePolicy;
  const within = (field: "grace_minutes" | "percent_per_day" | "most_percent", most: number): void => {
    const number: unknown = made[field];
    if (typeof number !== "number" || !(number >= 0 && number <= most)) refuse(field);
  };
  if (typeof made.zone !== "string" || !isZone(made.zone)) refuse("zone");
  if (made.due !== undefined && !isTime(made.due, made.zone)) refuse("due");
  within("grace_minutes", 100_000);
  within("percent_per_day", 100);
  within("most_percent", 100);
  const days: unknown = made.closed_after_days;
  if (days !== null && (typeof days !== "number" || !(days >= 0 && days <= 1000))) refuse("closed_after_days");
  if (!Array.isArray(made.extensions) || made.extensions.length > MOST_EXTENSIONS) refuse("extensions");
  made.extensions.forEach((one, n) => {
    const known = isRecord(one) && Object.keys(one).every((field) => ["who", "due", "handed_in"].includes(field));
    if (!known || typeof one.who !== "string" || !one.who.trim()) refuse(`extensions, ${n + 1}`);
    const times = [one.due, one.handed_in].filter((time) => time !== undefined);
    if (!times.length || !times.every((time) => isTime(time, made.zone))) refuse(`extensions, ${n + 1}`);
  });
  return made;
}

const isTime = (time: unknown, zone: string): boolean =>
  typeof time === "string" && !Number.isNaN(instantOf(time, zone));

/** Extensions from a CSV with the columns who and due, handed_in or both. @throws Error with a sentence */
export function readExtensions(name: string, text: string, zone: string): Extension[] {
  if (text.includes("\ufffd")) throw new Error(say("late.encoding", { name }));
  const [head = [], ...rows] = parse(text);
  const columns = head.map((word) => word.trim().toLowerCase().replace(/\s+/g, "_"));
  const who = Math.max(columns.indexOf("who"), columns.indexOf("alias"));
  const at = (row: string[], column: string): string => (row[columns.indexOf(column)] ?? "").trim().replace(" ", "T");
  if (who < 0 || !(columns.includes("due") || columns.includes("handed_in"))) {
    throw new Error(say("late.columns", { name }));
  }
  return rows.map((row, n) => {
    const [due, handed_in] = [at(row, "due"), at(row, "handed_in")];
    const one: Extension = { who: row[who]?.trim() ?? "", ...(due && { due }), ...(handed_in && { handed_in }) };
    const right = [due, handed_in].every((time) => !time || isTime(time, zone));
    if (!one.who || !(due || handed_in) || !right) throw new Error(say("late.line", { name, n: n + 2 }));
    return one;
  });
}

/** The rules with extensions of a file, which go before those that were there for the same person. */
export function withExtensions(policy: LatePolicy, more: Extension[]): LatePolicy {
  const named = new Set(more.map(({ who }) => who));
  return { ...policy, extensions: [...policy.extensions.filter(({ who }) => !named.has(who)), ...more] };
}
