// The instructor's own list, which says whose alias is whose; it never leaves the instructor's machine either.
import { say } from "../../shared/words";
import { parse } from "../export/tables/csv";
import type { Person } from "./person";

const COLUMNS = ["alias", "name", "canvas_id", "sis_id", "login", "section", "email"] as const;
const LISTS = ["also", "files"] as const;

/** The people of a list, each once; columns in any order, those that are missing are empty. */
export function ownList(list: string): Person[] {
  const [head, ...rows] = parse(list);
  const columns = columnsOf(head);
  const cell = (row: string[], name: string): string => row[columns.indexOf(name)]?.trim() ?? "";
  const several = (text: string): string[] =>
    text
      .split("|")
      .map((one) => one.trim())
      .filter(Boolean); // prettier-ignore
  return rows
    .map((row) => ({
      ...(Object.fromEntries(COLUMNS.map((name) => [name, cell(row, name)])) as Record<
        (typeof COLUMNS)[number],
        string
      >),
      also: several(cell(row, "also")),
      files: several(cell(row, "files")),
    }))
    .filter(({ alias }) => alias);
}

/** @throws Error with a sentence: a list without a column alias */
export function checkColumns(list: string): void {
  if (columnsOf(parse(list)[0]).includes("alias")) return;
  throw new Error(say("class.no-alias", { columns: [...COLUMNS, ...LISTS].join(", ") }));
}

const columnsOf = (head: string[] | undefined): string[] =>
  (head ?? []).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  );
