// A hand-in that is a notebook may have been changed since it was saved: its cells against the receipt that it carries.
import { NOTEBOOK_METADATA_KEY } from "../../receipt/format";
import { isRecord } from "./answer_key";
import { inWords } from "./json_depth";

/** Which of the two is graded where they differ. */
export type EditedNotebook = "cells" | "receipt";

export interface CellChange {
  /** The exercise or essay. */
  id: string;
  /** The code or text of its cell, if there is exactly one that can be its own. */
  code?: string;
  how: "edited" | "twice" | "gone";
}

interface CodeCell {
  id: unknown;
  /** The exercise that the cell says it belongs to. */
  exercise: unknown;
  code: string;
}

const textOf = (source: unknown): string =>
  Array.isArray(source) ? source.filter((line) => typeof line === "string").join("") : inWords(source ?? "");

/** Code without what an editor may change by itself: blanks at line ends, empty lines at the end. */
const normalized = (code: string): string =>
  code
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .trimEnd();

function codeCells(cells: unknown[]): CodeCell[] {
  return cells.flatMap((cell) => {
    if (!isRecord(cell) || cell.cell_type !== "code") return [];
    const metadata = isRecord(cell.metadata) ? cell.metadata[NOTEBOOK_METADATA_KEY] : undefined;
    return [{ id: cell.id, exercise: isRecord(metadata) ? metadata.exercise : undefined, code: textOf(cell.source) }];
  });
}

/** The names that makeNotebook (receipt/notebook.ts) gave the cells of `kind`: a title first, then each piece of work. */
function givenNames(work: Record<string, unknown>, kind: "exercise" | "reflection"): Map<string, string> {
  const names = new Map<string, string>();
  let place = 1;
  for (const key of Object.keys(work)) {
    const [each = "", id = ""] = key.split("/", 2);
    // An exercise has a cell with its title before the one with its code.
    if (each === kind) names.set(id, `cell-${each === "exercise" ? place + 1 : place}`);
    place += each === "exercise" ? 2 : each === "reflection" || each === "question" ? 1 : 0;
  }
  return names;
}

/** What differs between a notebook's code cells and the exercises of its receipt. */
export function changedCells(cells: unknown[], work: Record<string, unknown>): CellChange[] {
  const left = codeCells(cells);
  const names = givenNames(work, "exercise");
  const take = (fits: (cell: CodeCell) => boolean): CodeCell[] => {
    const found = left.filter(fits);
    for (const cell of found) left.splice(left.indexOf(cell), 1);
    return found;
  };
  const asked = [...names.keys()].map((id) => {
    const entry = work[`exercise/${id}`];
    return { id, code: isRecord(entry) && typeof entry.code === "string" ? entry.code : "", cells: [] as CodeCell[] };
  });
  // By what a cell says of itself, by its name, by its code; what is then left over, in its order.
  for (const one of asked) one.cells = take(({ exercise }) => exercise === one.id);
  for (const one of asked)
    if (!one.cells.length) one.cells = take(({ id, exercise }) => exercise === undefined && id === names.get(one.id));
  for (const one of asked)
    if (!one.cells.length) one.cells = take(({ code }) => normalized(code) === normalized(one.code)).slice(0, 1);
  const without = asked.filter((one) => !one.cells.length);
  if (without.length === left.length) for (const [n, one] of without.entries()) one.cells = left.slice(n, n + 1);
  return asked.flatMap(({ id, code, cells: own }): CellChange[] => {
    const last = own.at(-1);
    if (!last) return [{ id, how: "gone" }];
    if (own.every((cell) => normalized(cell.code) === normalized(code))) return [];
    // As in Python, of two definitions the later one stands.
    return [{ id, code: last.code, how: own.length > 1 ? "twice" : "edited" }];
  });
}

/** What differs between a notebook's cells of text and the essays of its receipt. */
export function changedEssays(cells: unknown[], work: Record<string, unknown>): CellChange[] {
  const texts = cells.flatMap((cell) => {
    if (!isRecord(cell) || cell.cell_type !== "markdown") return [];
    const metadata = isRecord(cell.metadata) ? cell.metadata[NOTEBOOK_METADATA_KEY] : undefined;
    const essay = isRecord(metadata) ? metadata.reflection : undefined;
    // The first line is the heading that the notebook was saved with.
    return [{ id: cell.id, essay, text: textOf(cell.source).replace(/^#+ [^\n]*\n?/, "") }];
  });
  return [...givenNames(work, "reflection")].flatMap(([id, name]): CellChange[] => {
    const entry = work[`reflection/${id}`];
    const saved = isRecord(entry) && typeof entry.text === "string" ? entry.text : "";
    const same = (text: string): boolean => normalized(text).trim() === normalized(saved).trim();
    const own =
      texts.find(({ essay }) => essay === id) ??
      texts.find(({ essay, text }) => essay === undefined && same(text)) ??
      texts.find(({ essay, id: given }) => essay === undefined && given === name);
    if (!own) return [{ id, how: "gone" }];
    return same(own.text) ? [] : [{ id, code: own.text.trim(), how: "edited" }];
  });
}
