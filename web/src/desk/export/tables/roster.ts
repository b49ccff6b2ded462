// The instructor's own list, which says whose alias is whose; it never leaves the instructor's machine either.
import { say } from "../../../shared/words";
import { parse } from "./csv";

export interface Person {
  alias: string;
  name: string;
  canvas_id: string;
  sis_id: string;
  login: string;
  section: string;
  email: string;
}

const COLUMNS = ["alias", "name", "canvas_id", "sis_id", "login", "section", "email"] as const;

/** The people of a roster by alias, in lower case; columns in any order, those that are missing are empty. */
export function people(roster: string): Map<string, Person> {
  return new Map(listed(roster).map((person) => [person.alias.toLowerCase(), person]));
}

/** @throws Error with a sentence: a list by which somebody could get another person's marks, or nobody their own */
export function checkRoster(roster: string): void {
  if (roster.includes("\ufffd") || roster.includes("\0")) throw new Error(say("report.roster-encoding"));
  if (!columnsOf(parse(roster)[0]).includes("alias")) {
    throw new Error(say("report.roster-no-alias", { columns: COLUMNS.join(", ") }));
  }
  const aliases = listed(roster).map(({ alias }) => alias);
  const lower = aliases.map((alias) => alias.toLowerCase());
  const twice = aliases.filter(
    (_, place) => lower.indexOf(lower[place] ?? "") !== lower.lastIndexOf(lower[place] ?? ""),
  );
  if (twice.length) throw new Error(say("report.roster-twice", { aliases: twice.slice(0, 10).join(", ") }));
}

function listed(roster: string): Person[] {
  const [head, ...rows] = parse(roster);
  const columns = columnsOf(head);
  return rows
    .map((row) => COLUMNS.map((name) => [name, row[columns.indexOf(name)]?.trim() ?? ""] as const))
    .map((cells) => Object.fromEntries(cells) as unknown as Person)
    .filter(({ alias }) => alias);
}

const columnsOf = (head: string[] | undefined): string[] =>
  (head ?? []).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  );

/** The person of an alias; without a roster, or if it lacks the alias, only the alias is known. */
export function whose(alias: string, roster: Map<string, Person>): Person {
  const name = alias.trim();
  const nobody = {
    alias: name,
    name,
    canvas_id: "",
    sis_id: "",
    login: name,
    section: "",
    email: name.includes("@") ? name : "",
  };
  return roster.get(name.toLowerCase()) ?? nobody;
}
