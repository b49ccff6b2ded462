// The same marks in the columns that Canvas and Moodle take in. Neither gets a byte-order mark: importers read the first
// column's name.

import { foldAlias } from "../../../shared/learner/alias";
import { say } from "../../../shared/words";
import { nobody, type Person } from "../../class_list/person";
import type { About, Book, Row } from "../points";
import { csv, exact, guarded, type Value } from "./csv";
import { unique } from "./gradebook";

interface Chosen {
  row: Row;
  person: Person;
}

/**
 * One row a person, the newest hand-in; nobody of whom it is uncertain who it is. With a roster, only who is on it:
 * Moodle ends an import at an unknown person.
 */
function chosen({ who }: Book): Chosen[] {
  const listed = who.list.everyone.length > 0;
  return who.newest
    .filter((row) => !who.unclear.has(row) && (listed ? who.listed.has(row) : row.marked.alias.trim()))
    .map((row) => ({ row, person: who.listed.get(row) ?? nobody(row.marked.alias) }));
}

/** Aliases that handed in and are not on the roster; empty without one. */
export function strangers({ rows, who }: Book): string[] {
  const { everyone, people, shared } = who.list;
  if (!everyone.length) return [];
  const known = (alias: string): boolean => people.has(foldAlias(alias)) || shared.has(foldAlias(alias));
  const unknown = rows.filter((row) => !who.listed.has(row) && !who.unclear.has(row) && !known(row.marked.alias));
  return [...new Set(unknown.map(({ marked }) => marked.alias.trim()).filter(Boolean))].sort();
}

/** People on the roster of whom no hand-in could be graded; who may be one of several is none of them. */
export function absent({ who }: Book): string[] {
  const here = new Set(who.listed.values());
  const perhaps = new Set([...who.unclear].map(({ marked }) => foldAlias(marked.alias)));
  const missing = who.list.everyone.filter(
    (person) => !here.has(person) && ![person.alias, ...person.also].some((one) => perhaps.has(foldAlias(one))),
  );
  return missing.map(({ alias, name }) => (name ? `${name} (${alias})` : alias)).sort();
}

/** The title of the column with the total. Canvas takes a number in brackets at the end for an assignment's own. */
function title(about: About): string {
  return (about.title ?? "").replace(/[()]/g, " ").replace(/\s+/g, " ").trim() || say("report.total");
}

/** An alias that holds these words would be taken for the row of maxima. */
const student = (person: Person): string =>
  (person.name || person.alias).replaceAll("Points Possible", "points possible");

/**
 * Canvas: its five columns in its order, then the total and each item as an assignment, then the row "Points Possible".
 * At the import Canvas asks of each what it is: the instructor takes the total or the items and ignores the rest.
 */
export function canvas(book: Book, about: About): string {
  const names = [title(about), ...unique(book.items.map(({ id }) => id))];
  const possible: Value[] = ["Points Possible", "", "", "", "", book.outOf, ...book.items.map(({ points }) => points)];
  const rows = chosen(book).map(({ row, person }): Value[] => [
    ...[student(person), person.canvas_id, person.sis_id, person.login, person.section].map(exact),
    row.total,
    ...row.cells.map(({ points }) => points),
  ]);
  const head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];
  return csv([[...head, ...names.map(guarded)], possible, ...rows]);
}

/** Moodle: three ways to find the person, of which the instructor maps one, and a grade column each; "-" is no grade. */
export function moodle(book: Book, about: About): string {
  const names = [title(about), ...unique(book.items.map(({ id }) => id))];
  const rows = chosen(book).map(({ row, person }): Value[] => [
    ...[person.login, person.sis_id, person.email, person.name || person.alias].map(exact),
    row.total ?? "-",
    ...row.cells.map(({ points }) => points ?? "-"),
  ]);
  return csv([["username", "idnumber", "email", "fullname", ...names.map(guarded)], ...rows]);
}
