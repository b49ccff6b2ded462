// One thing that is assigned, and a pool of which each learner has some: classroom/assignment/item.py knows the same.
import { invalid } from "./bad_assignment";

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

/** Exercises, questions and essays of which each learner has some (see draw.ts). */
export interface Pool {
  /** How many each learner has: at least one, and not all. */
  draw: number;
  /** All of them, as "exercise/ID". */
  of: string[];
  points: number;
}

export const KINDS: readonly Kind[] = ["chapter", "lab", "exercise", "question", "reflection"];
export const MAX_ITEMS = 400; // items
const ID = /^[A-Za-z][A-Za-z0-9_-]{0,79}$/;
const STATE = /^[\w.=&%+*~-]{0,500}$/;
const ITEM_FIELDS = ["kind", "id", "points", "state", "without"];
const POOL_FIELDS = ["draw", "of", "points"];

const isPoints = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value <= 1000 && Math.round(value * 100) / 100 === value;

/** Whether it names a part of a chapter, as "exercise/promises_needed". */
export function isPart(name: unknown): name is string {
  const [kind = "", ...rest] = typeof name === "string" ? name.split("/") : [];
  return KINDS.slice(2).includes(kind as Kind) && rest.length === 1 && ID.test(rest[0] ?? "");
}

function onlyFields(data: Record<string, unknown>, fields: string[]): void {
  for (const name of Object.keys(data)) if (!fields.includes(name)) throw invalid("name", name);
}

/** The item that plain data hold. Throws BadAssignment. */
export function itemOf(data: Record<string, unknown>): Item {
  const { kind, id, points = 1, state = "", without = [] } = data;
  onlyFields(data, ITEM_FIELDS);
  if (!KINDS.includes(kind as Kind)) throw invalid("kind", kind);
  if (typeof id !== "string" || !ID.test(id)) throw invalid("id", id);
  if (!isPoints(points)) throw invalid("points", points);
  if (typeof state !== "string" || !STATE.test(state) || (state && kind !== "lab")) throw invalid("state", state);
  if (!Array.isArray(without) || without.length > MAX_ITEMS || (without.length && kind !== "chapter"))
    throw invalid("without", without);
  for (const name of without as unknown[]) if (!isPart(name)) throw invalid("without", name);
  return { kind: kind as Kind, id, points, state, without: [...(without as string[])] };
}

/** The pool that plain data hold. Throws BadAssignment. */
export function poolOf(data: Record<string, unknown>): Pool {
  const { draw, of, points = 1 } = data;
  onlyFields(data, POOL_FIELDS);
  if (!Array.isArray(of) || of.length < 2 || of.length > MAX_ITEMS) throw invalid("pool", of);
  for (const name of of as unknown[]) if (!isPart(name)) throw invalid("pool", name);
  if (typeof draw !== "number" || !Number.isInteger(draw) || draw < 1 || draw >= of.length) throw invalid("draw", draw);
  if (!isPoints(points)) throw invalid("points", points);
  return { draw, of: [...(of as string[])], points };
}
