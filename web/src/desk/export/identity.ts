// Whose hand-in is whose. Two spellings of one alias may be one person or two: nobody guesses, they are named instead.

import { say } from "../../shared/words";
import type { Row } from "../types";
import { foldAlias } from "./alias";
import { type Person, people } from "./tables/roster";

/** Hand-ins that could be one person's or several people's; which of them, only the instructor can find out. */
export interface Collision {
  why: "spelling" | "seed";
  /** Every spelling that stands in the files. */
  aliases: string[];
  files: string[];
}

/** The hand-ins that count: one row a person, the newest that could be graded; files without an alias singly. */
export interface Identified {
  newest: Row[];
  /** The person on the class list, where one could be told. */
  listed: Map<Row, Person>;
  /** Rows of no certain person: they go into no file for a course platform. */
  unclear: Set<Row>;
  collisions: Collision[];
}

/** Whose each hand-in is; what was read of a file stands in its row, and nothing else is known of its learner. */
export function identify(rows: Row[], roster = ""): Identified {
  const read = rows.filter(({ marked }) => marked.status === "read");
  const list = people(roster);
  const byFile = new Map([...new Set(list.values())].flatMap((person) => person.files.map((file) => [file, person])));
  const found: Identified = { newest: [], listed: new Map(), unclear: new Set(), collisions: [] };
  const groups = new Map<string, Row[]>();
  for (const row of read) {
    const { alias, file, sha256 } = row.marked;
    const folded = foldAlias(alias);
    const person = byFile.get(file) ?? byFile.get(file.split("/").at(-1) ?? file);
    if (person) found.listed.set(row, person);
    const key = person ? `list ${person.alias}` : folded ? `alias ${folded}` : `file ${file} ${sha256}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const [key, group] of [...groups]) {
    if (!key.startsWith("alias ")) continue;
    const person = list.get(key.slice("alias ".length));
    const collision = collide(group, person);
    groups.delete(key);
    if (collision) {
      found.collisions.push(collision);
      for (const row of group) {
        found.unclear.add(row);
        const own = `unclear ${row.marked.alias} ${row.marked.seed ?? ""}`;
        groups.set(own, [...(groups.get(own) ?? []), row]);
      }
    } else {
      if (person) for (const row of group) found.listed.set(row, person);
      const own = person ? `list ${person.alias}` : key;
      groups.set(own, [...(groups.get(own) ?? []), ...group]);
    }
  }
  const chosen = new Set([...groups.values()].map(latest));
  found.newest = rows.filter((row) => chosen.has(row));
  return found;
}

/** Why the hand-ins of one folded alias may be several people's; undefined if nothing speaks for it. */
function collide(group: Row[], person: Person | undefined): Collision | undefined {
  const aliases = [...new Set(group.map(({ marked }) => marked.alias))].sort();
  const known = person ? [person.alias, ...person.also] : [];
  // Each browser draws a number of its own the first time that work is kept in it, and keeps it with the work.
  const seeds = new Set(group.flatMap(({ marked: { seed } }) => (seed === undefined ? [] : [seed])));
  const spelled = aliases.length > 1 && !aliases.every((alias) => known.includes(alias.trim()));
  if (!spelled && seeds.size < 2) return undefined;
  return { why: spelled ? "spelling" : "seed", aliases, files: group.map(({ marked }) => marked.file) };
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
