// The instructor's own list, which says whose alias is whose; it never leaves the instructor's machine either.
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
  const [head, ...rows] = parse(roster);
  const columns = (head ?? []).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  );
  const found = new Map<string, Person>();
  for (const row of rows) {
    const cells = COLUMNS.map((name) => [name, row[columns.indexOf(name)]?.trim() ?? ""] as const);
    const person = Object.fromEntries(cells) as unknown as Person;
    if (person.alias) found.set(person.alias.toLowerCase(), person);
  }
  return found;
}

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
