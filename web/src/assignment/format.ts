// What is assigned, and the link that says so: src/coursekit/classroom/assignment/format.py and link.py know the same.

import { invalid } from "./bad_assignment";
import { type Item, itemOf, MAX_ITEMS, type Pool, poolOf } from "./item";

export { BadAssignment } from "./bad_assignment";
export { type Item, KINDS, type Kind } from "./item";

export interface Assignment {
  title: string;
  code: string;
  /** UTC, as 2026-12-01T23:59:00Z. */
  due: string | null;
  build: string;
  items: Item[];
  /** The https address of the page where hand-ins are uploaded; "" for none. */
  submit: string;
  /** Of which each learner has some. */
  pools: Pool[];
}

export const LINK_MARK = "#assignment=";
const MAX_LINK_LENGTH = 20_000; // characters of a link's content
const MAX_POOLS = 20;
const MAX_ADDRESS_LENGTH = 500;
const DUE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is there to find.
const CONTROL = /[\u0000-\u001f\u007f\ud800-\udfff]/u; // with the flag, half of a pair only
const SUBMIT = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?(\/[\w.~:/?#@!$&'()*+,;=%-]*)?$/;
const FIELDS = ["v", "title", "code", "due", "build", "items"];
const LATER_FIELDS = ["submit", "pools"]; // since version 2, which is written only where one of them is there

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

/** The assignment that plain data hold. Throws BadAssignment. */
export function fromContent(data: unknown): Assignment {
  if (!isRecord(data) || (data.v !== 1 && data.v !== 2)) throw invalid("version");
  const { v, title, code = "", due = null, build = "", items, submit = "", pools = [] } = data;
  if (!Array.isArray(items) || !items.every(isRecord)) throw invalid("items");
  if (!Array.isArray(pools) || !pools.every(isRecord)) throw invalid("pool", pools);
  const fields = v === 2 ? [...FIELDS, ...LATER_FIELDS] : FIELDS;
  for (const name of Object.keys(data)) if (!fields.includes(name)) throw invalid("name", name);
  if (v === 2 && !submit && !pools.length) throw invalid("version");
  if (!text(title, 1, 200)) throw invalid("title");
  if (!text(code, 0, 60)) throw invalid("code");
  if (due !== null && (typeof due !== "string" || !DUE.test(due) || !isRealTime(due))) throw invalid("due", due);
  if (typeof build !== "string" || !/^[0-9a-f]{0,64}$/.test(build)) throw invalid("build");
  if (typeof submit !== "string" || submit.length > MAX_ADDRESS_LENGTH || (submit && !SUBMIT.test(submit)))
    throw invalid("submit", submit);
  if (!(items.length || pools.length) || items.length > MAX_ITEMS) throw invalid("many", String(items.length));
  if (pools.length > MAX_POOLS) throw invalid("pool", String(pools.length));
  const drawn = pools.map(poolOf);
  const made = items.map(itemOf);
  const seen = new Set<string>();
  for (const { kind, id } of made) {
    if (kind !== "lab" && seen.has(`${kind}/${id}`)) throw invalid("twice", id);
    seen.add(`${kind}/${id}`);
  }
  for (const name of drawn.flatMap(({ of }) => of)) {
    if (seen.has(name)) throw invalid("twice", name);
    seen.add(name);
  }
  return { title, code, due, build, items: made, submit, pools: drawn };
}

/** The assignment as plain data, as it stands in links and receipts. */
export function toContent(assignment: Assignment): Record<string, unknown> {
  const { title, code, due, build, submit } = assignment;
  const items = assignment.items.map(({ kind, id, points, state, without }) => ({
    kind,
    id,
    ...(kind !== "lab" && points !== 1 && { points }),
    ...(state && { state }),
    ...(without.length && { without }),
  }));
  const pools = assignment.pools.map(({ draw, of, points }) => ({ draw, of, ...(points !== 1 && { points }) }));
  const more = { ...(submit && { submit }), ...(pools.length && { pools }) };
  return { v: submit || pools.length ? 2 : 1, title, code, due, build, items, ...more };
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
