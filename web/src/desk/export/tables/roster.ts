// The instructor's own list, which says whose alias is whose; it never leaves the instructor's machine either.
import { say } from "../../../shared/words";
import { foldAlias } from "../alias";
import { parse } from "./csv";

export interface Person {
  alias: string;
  name: string;
  canvas_id: string;
  sis_id: string;
  login: string;
  section: string;
  email: string;
  /** Other spellings of the alias that are the same person's. */
  also: string[];
  /** Names of files that are this person's, whatever alias they carry. */
  files: string[];
}

const COLUMNS = ["alias", "name", "canvas_id", "sis_id", "login", "section", "email"] as const;
const LISTS = ["also", "files"] as const;

/** The people of a roster by each folded spelling; columns in any order, those that are missing are empty. */
export function people(roster: string): Map<string, Person> {
  return new Map(listed(roster).flatMap((person) => spellings(person).map((one) => [one, person] as const)));
}

const spellings = ({ alias, also }: Person): string[] => [...new Set([alias, ...also].map(foldAlias))];

/** @throws Error with a sentence: a list by which somebody could get another person's marks, or nobody their own */
export function checkRoster(roster: string): void {
  if (roster.includes("\ufffd") || roster.includes("\0")) throw new Error(say("report.roster-encoding"));
  if (!columnsOf(parse(roster)[0]).includes("alias")) {
    throw new Error(say("report.roster-no-alias", { columns: [...COLUMNS, ...LISTS].join(", ") }));
  }
  const all = listed(roster);
  const twice = (of: (person: Person) => string[]): string[] => {
    const each = all.map((person) => new Set(of(person)));
    return all
      .filter((_, n) => each.some((one, m) => m !== n && [...(each[n] ?? [])].some((word) => one.has(word))))
      .map(({ alias }) => alias)
      .slice(0, 10);
  };
  const aliases = twice(spellings);
  if (aliases.length) throw new Error(say("report.roster-twice", { aliases: aliases.join(", ") }));
  const files = twice((person) => person.files);
  if (files.length) throw new Error(say("report.roster-files-twice", { aliases: files.join(", ") }));
}

function listed(roster: string): Person[] {
  const [head, ...rows] = parse(roster);
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

const columnsOf = (head: string[] | undefined): string[] =>
  (head ?? []).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  );

/** Who is on no list: only the alias is known. */
export function nobody(alias: string): Person {
  const name = alias.trim();
  const empty = { canvas_id: "", sis_id: "", section: "", also: [], files: [] };
  return { ...empty, alias: name, name, login: name, email: name.includes("@") ? name : "" };
}
