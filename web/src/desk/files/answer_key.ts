// The instructor's key, as `make key` writes it, read and looked over once.
import { fileFormat } from "../../shared/course";
import { say } from "../../shared/words";
import type { Item } from "../types";
import { inWords } from "./json_depth";

export interface Entry {
  id: string;
  title: string;
  version: string;
  subject: string;
  limit_s: number;
  packages: string[];
  tolerance: number;
  ordered: boolean;
  compared: string[] | null;
  variants: string[];
  sources: Record<string, string>;
  /** From each planned mistake to the test that catches it. */
  mistaken?: Record<string, string>;
}

export interface QuestionEntry {
  kind: string;
  prompt: string;
  answers?: { text: string; right: boolean }[];
  order?: string[];
  pairs?: [string, string][];
  answer?: number;
  tolerance?: number;
  unit?: string | null;
  /** Each learner's numbers make one of these of it; the first is the question itself. */
  variants?: QuestionEntry[];
}

/** The question as a learner had it; the first variant where the file names none that there is. */
export const questionAsHad = (question: QuestionEntry, variant: number | undefined): QuestionEntry =>
  question.variants?.[variant ?? 0] ?? question;

/** What free text is asked for, and by what it is marked. */
export interface Reflection {
  title?: string;
  prompt: string;
  points?: number;
  rubric?: { text: string; points: number }[];
}

export interface Key {
  course: string;
  secret: string;
  exercises: Map<string, Entry>;
  questions: Map<string, QuestionEntry>;
  reflections: Map<string, Reflection>;
  /** As it was read: for the sheets. */
  raw: Record<string, unknown>;
  /** Of the whole: results are kept under it. */
  print: string;
}

export class BadKey extends Error {}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The key that `given` is: what JSON gives, or its text.
 * @throws BadKey with a sentence
 */
export function readKey(given: unknown): Key {
  let raw = given;
  if (typeof raw === "string") {
    try {
      raw = JSON.parse(raw);
    } catch {
      throw new BadKey(say("desk.key-no-json"));
    }
  }
  if (!isRecord(raw) || raw.format !== fileFormat("key")) throw new BadKey(say("desk.key-other"));
  if (raw.version !== 1) throw new BadKey(say("desk.key-version", { version: inWords(raw.version).slice(0, 20) }));
  const { secret, exercises, questions } = raw;
  if (
    typeof secret !== "string" ||
    !/^([0-9a-f]{2}){16,}$/i.test(secret) ||
    !Array.isArray(exercises) ||
    !isRecord(questions)
  ) {
    throw new BadKey(say("desk.key-broken"));
  }
  const sound = exercises.filter(isEntry);
  if (sound.length < exercises.length) throw new BadKey(say("desk.key-broken"));
  const reflections = isRecord(raw.reflections) ? raw.reflections : {};
  return {
    course: String(raw.course ?? ""),
    secret,
    exercises: new Map(sound.map((one) => [one.id, one])),
    questions: new Map(Object.entries(questions).filter((one): one is [string, QuestionEntry] => isQuestion(one[1]))),
    reflections: new Map(
      Object.entries(reflections).filter(
        (one): one is [string, Reflection] => isRecord(one[1]) && typeof one[1].prompt === "string",
      ),
    ),
    raw,
    print: `${String(raw.course ?? "")}-${shortHash(JSON.stringify(raw))}`,
  };
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  const { id, version, subject, limit_s, packages, variants, sources, tolerance } = value;
  return (
    [id, version, subject].every((one) => typeof one === "string") &&
    [limit_s, tolerance].every((one) => typeof one === "number") &&
    [packages, variants].every((one) => Array.isArray(one) && one.every((each) => typeof each === "string")) &&
    isRecord(sources) &&
    ["setup", "solution", "cases"].every((one) => typeof sources[one] === "string")
  );
}

const KINDS = ["choice", "several", "number", "order", "match"];
const isQuestion = (value: unknown): boolean => isRecord(value) && KINDS.includes(String(value.kind));

/** Items that the key knows nothing of. */
export function missingItems(items: Item[], key: Key): string[] {
  const known = { exercise: key.exercises, question: key.questions, reflection: undefined };
  return items.filter(({ kind, id }) => known[kind] && !known[kind]?.has(id)).map(({ id }) => id);
}

/** A short name for a text: two sums of 32 bits. It tells keys apart and keeps no secret. */
export function shortHash(text: string): string {
  let [a, b] = [0x811c9dc5, 5381];
  for (let place = 0; place < text.length; place++) {
    a = Math.imul(a ^ text.charCodeAt(place), 0x01000193);
    b = (Math.imul(b, 33) ^ text.charCodeAt(place)) >>> 0;
  }
  return `${(a >>> 0).toString(36)}${b.toString(36)}`;
}
