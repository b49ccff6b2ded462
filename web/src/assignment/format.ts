// What is assigned, and the link that says so: src/coursekit/classroom/assignment/format.py and link.py know the same.

export type Kind = "chapter" | "lab" | "exercise" | "question" | "reflection";

export interface Item {
  kind: Kind;
  id: string;
  /** A chapter's hold for each exercise and question in it; a lab has none. */
  points: number;
  /** How a lab opens. */
  state: string;
  /** What a chapter holds and is not assigned, as "exercise/ID". */
  without: string[];
}

export interface Assignment {
  title: string;
  code: string;
  /** UTC, as 2026-12-01T23:59:00Z. */
  due: string | null;
  build: string;
  items: Item[];
}

/** The catalog key of what is wrong with a link, and what to fill in. */
export class BadAssignment extends Error {
  constructor(
    readonly key: string,
    readonly values: Record<string, string> = {},
  ) {
    super(key);
  }
}

export const LINK_MARK = "#assignment=";
export const KINDS: readonly Kind[] = ["chapter", "lab", "exercise", "question", "reflection"];
const MAX_LINK_LENGTH = 20_000; // characters of a link's content
const MAX_ITEMS = 400; // items
const ID = /^[A-Za-z][A-Za-z0-9_-]{0,79}$/;
const STATE = /^[\w.=&%+*~-]{0,500}$/;
const DUE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is there to find.
const CONTROL = /[\u0000-\u001f\u007f\ud800-\udfff]/u; // with the flag, half of a pair only
const ASSIGNMENT_FIELDS = ["v", "title", "code", "due", "build", "items"];
const ITEM_FIELDS = ["kind", "id", "points", "state", "without"];

const invalid = (key: string, value: unknown = ""): BadAssignment => {
  const isText = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return new BadAssignment(`assignment.bad-${key}`, { value: isText.length > 40 ? `${isText.slice(0, 40)}…` : isText });
};
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function text(value: unknown, least: number, most: number): value is string {
  if (typeof value !== "string" || CONTROL.test(value)) return false;
  const signs = [...value].length;
  return signs >= least && signs <= most;
}

function isRealTime(due: string): boolean {
  const time = new Date(due);
  return (
    !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 19) === due.slice(0, 19) && !due.startsWith("0000")
  );
}

function itemOf(data: Record<string, unknown>): Item {
  const { kind, id, points = 1, state = "", without = [] } = data;
  for (const name of Object.keys(data)) if (!ITEM_FIELDS.includes(name)) throw invalid("name", name);
  if (!KINDS.includes(kind as Kind)) throw invalid("kind", kind);
  if (typeof id !== "string" || !ID.test(id)) throw invalid("id", id);
  if (typeof points !== "number" || !(points >= 0 && points <= 1000) || Math.round(points * 100) / 100 !== points)
    throw invalid("points", points);
  if (typeof state !== "string" || !STATE.test(state) || (state && kind !== "lab")) throw invalid("state", state);
  if (!Array.isArray(without) || without.length > MAX_ITEMS || (without.length && kind !== "chapter"))
    throw invalid("without", without);
  for (const name of without as unknown[]) {
    const [of = "", ...rest] = typeof name === "string" ? name.split("/") : [];
    if (!KINDS.slice(2).includes(of as Kind) || rest.length !== 1 || !ID.test(rest[0] ?? ""))
      throw invalid("without", name);
  }
  return { kind: kind as Kind, id, points, state, without: [...(without as string[])] };
}

/** The assignment that plain data hold. Throws BadAssignment. */
export function fromContent(data: unknown): Assignment {
  if (!isRecord(data) || data.v !== 1) throw invalid("version");
  const { title, code = "", due = null, build = "", items } = data;
  if (!Array.isArray(items) || !items.every(isRecord)) throw invalid("items");
  for (const name of Object.keys(data)) if (!ASSIGNMENT_FIELDS.includes(name)) throw invalid("name", name);
  if (!text(title, 1, 200)) throw invalid("title");
  if (!text(code, 0, 60)) throw invalid("code");
  if (due !== null && (typeof due !== "string" || !DUE.test(due) || !isRealTime(due))) throw invalid("due", due);
  if (typeof build !== "string" || !/^[0-9a-f]{0,64}$/.test(build)) throw invalid("build");
  if (!items.length || items.length > MAX_ITEMS) throw invalid("many", String(items.length));
  const made = items.map(itemOf);
  const seen = new Set<string>();
  for (const { kind, id } of made) {
    if (kind !== "lab" && seen.has(`${kind}/${id}`)) throw invalid("twice", id);
    seen.add(`${kind}/${id}`);
  }
  return { title, code, due, build, items: made };
}

/** The assignment as plain data, as it stands in links and receipts. */
export function toContent(assignment: Assignment): Record<string, unknown> {
  const { title, code, due, build } = assignment;
  const items = assignment.items.map(({ kind, id, points, state, without }) => ({
    kind,
    id,
    ...(kind !== "lab" && points !== 1 && { points }),
    ...(state && { state }),
    ...(without.length && { without }),
  }));
  return { v: 1, title, code, due, build, items };
}

/** What stands behind `#assignment=`. */
export function encode(assignment: Assignment): string {
  const bytes = new TextEncoder().encode(JSON.stringify(toContent(assignment)));
  let signs = "";
  for (const byte of bytes) signs += String.fromCharCode(byte);
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The assignment that a link, or the part behind its `#assignment=`, holds. Throws BadAssignment. */
export function decode(link: string): Assignment {
  const trimmed = link.trim();
  const part = trimmed.includes(LINK_MARK) ? trimmed.slice(trimmed.lastIndexOf(LINK_MARK) + LINK_MARK.length) : trimmed;
  if (part.length > MAX_LINK_LENGTH) throw invalid("long");
  if (!/^[A-Za-z0-9_-]+$/.test(part)) throw invalid("broken");
  let data: unknown;
  try {
    const signs = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
    data = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw invalid("broken");
  }
  return fromContent(data);
}
