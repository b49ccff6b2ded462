// Whose hand-in is whose. Two spellings of one alias may be one person or two: nobody guesses, they are named instead.

import { foldAlias } from "../../shared/learner/alias";
import { say } from "../../shared/words";
import { byFileName, type ClassList } from "../class_list/class_list";
import type { Person } from "../class_list/person";
import type { Row } from "../types";

/** Hand-ins that could be one person's or several people's; which of them, only the instructor can find out. */
export interface Collision {
  /** spelling, seed: one alias, several spellings or browsers; name: several people's on the list; other: the platform
   * gave the file the name of another person than its alias is. */
  why: "spelling" | "seed" | "name" | "other";
  /** Every spelling that stands in the files. */
  aliases: string[];
  files: string[];
}

/** The hand-ins that count: one row a person, the newest that could be graded; files without an alias singly. */
export interface Identified {
  list: ClassList;
  newest: Row[];
  /** The person on the class list, where one could be told. */
  listed: Map<Row, Person>;
  /** Rows of no certain person: they go into no file for a course platform. */
  unclear: Set<Row>;
  collisions: Collision[];
}

/** Whose each hand-in is; what was read of a file stands in its row, and nothing else is known of its learner. */
export function identify(rows: Row[], list: ClassList): Identified {
  const byFile = new Map(list.everyone.flatMap((person) => person.files.map((file) => [file, person])));
  const found: Identified = { list, newest: [], listed: new Map(), unclear: new Set(), collisions: [] };
  const groups = new Map<Person | string, Row[]>();
  const put = (key: Person | string, row: Row): void => void groups.set(key, [...(groups.get(key) ?? []), row]);
  const refuse = (why: Collision["why"], group: Row[]): void => {
    const aliases = [...new Set(group.map(({ marked }) => marked.alias))].sort();
    found.collisions.push({ why, aliases, files: group.map(({ marked }) => marked.file) });
    for (const row of group) {
      found.unclear.add(row);
      put(`unclear ${why} ${row.marked.alias} ${row.marked.seed ?? ""}`, row);
    }
  };
  const byAlias = new Map<string, Row[]>();
  for (const row of rows.filter(({ marked }) => marked.status === "read")) {
    const { alias, file, sha256 } = row.marked;
    const folded = foldAlias(alias);
    const person = byFile.get(file) ?? byFile.get(file.split("/").at(-1) ?? file);
    const named = person ? [person] : byFileName(list, file);
    const [mine, sharing] = [list.people.get(folded), list.shared.get(folded) ?? []];
    const both = named.filter((one) => one === mine || sharing.includes(one));
    const meant = both.length ? both : named;
    if (meant.length === 1 && meant[0] && (person || both.length || (!mine && !sharing.length))) put(meant[0], row);
    else if (named.length && !both.length && (mine || sharing.length)) refuse("other", [row]);
    else if (meant.length) refuse("name", [row]);
    else if (folded) byAlias.set(folded, [...(byAlias.get(folded) ?? []), row]);
    else put(`file ${file} ${sha256}`, row);
  }
  for (const [folded, group] of byAlias) {
    const person = list.people.get(folded);
    const why = collide(group, person, (person && groups.get(person)) ?? []);
    if (why) refuse(why, group);
    else if (list.shared.has(folded)) refuse("name", group);
    else for (const row of group) put(person ?? `alias ${folded}`, row);
  }
  for (const [person, group] of groups) {
    if (typeof person !== "string") for (const row of group) found.listed.set(row, person);
  }
  const chosen = new Set([...groups.values()].map(latest));
  found.newest = rows.filter((row) => chosen.has(row));
  return found;
}

/** Why the hand-ins of one folded alias may be several people's; `sure` are the person's own by the files' names. */
function collide(group: Row[], person: Person | undefined, sure: Row[]): Collision["why"] | undefined {
  const aliases = [...new Set(group.map(({ marked }) => marked.alias))];
  const known = person ? [person.alias, ...person.also] : [];
  // Each browser draws a number of its own the first time that work is kept in it, and keeps it with the work.
  const seeds = new Set([...group, ...sure].flatMap(({ marked: { seed } }) => (seed === undefined ? [] : [seed])));
  if (aliases.length > 1 && !aliases.every((alias) => known.includes(alias.trim()))) return "spelling";
  return seeds.size > 1 ? "seed" : undefined;
}

const when = (row: Row): number => Date.parse(row.marked.saved) || 0;
const latest = (group: Row[]): Row => group.reduce((best, row) => (when(row) >= when(best) ? row : best));

const NAMED_FILES = 12;

/** A collision in words, with its aliases and files, and what to do. */
export function explainCollision({ why, aliases, files }: Collision): string {
  const more = files.length > NAMED_FILES ? `, … (${files.length})` : "";
  // Quoted as JSON does it, so that spaces at an end and letters of another form can be seen.
  const named = aliases.map((alias) => JSON.stringify(alias)).join(", ");
  return say(`report.collision.${why}`, { aliases: named, files: files.slice(0, NAMED_FILES).join(", ") + more });
}
