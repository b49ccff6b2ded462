// The platform's own export with the totals in one of its columns: every other cell stays as it is, to the last sign.
//
// Canvas (guide "How do I import grades in the Gradebook?"; lib/gradebook_importer.rb): a cell that differs from what
// Canvas has is a change, an emptied one takes the grade away, EX excuses, N/A was not assigned, and a number is read
// with a point or a comma. Moodle (docs "Grade import"; grade/import/csv/classes/load_data.php): an empty cell or a dash
// takes the grade away, and what is no number ends the import; of a grading worksheet
// (mod/assign/feedback/offline/importgradeslib.php) it reads Identifier, Grade and Last modified (grade).

import { foldAlias } from "../../../shared/learner/alias";
import { say } from "../../../shared/words";
import type { Person } from "../../class_list/person";
import { type GradeColumn, numberIn, type PlatformFile } from "../../class_list/platform_file";
import { type About, type Book, round } from "../points";

export interface FilledIn {
  /** undefined: there is no export, or it is not known into which of its columns the total goes. */
  text: string | undefined;
  /** What a person should know before it is used. */
  notes: string[];
}

/** The column that is named, else the one with the assignment's title, else the only one. */
function columnOf({ columns }: PlatformFile, about: About): GradeColumn | undefined {
  const called = (name: string): GradeColumn[] => {
    const word = foldAlias(name);
    const exact = columns.filter(({ heading }) => foldAlias(heading) === word);
    return exact.length ? exact : columns.filter(({ title }) => foldAlias(title) === word);
  };
  const found = about.column ? called(about.column) : columns.length === 1 ? columns : called(about.title ?? "");
  return found.length === 1 ? found[0] : undefined;
}

/** The headings of the columns that grades can go into. */
export const gradeColumns = (file: PlatformFile | undefined): string[] =>
  (file?.columns ?? []).map(({ heading }) => heading);

const quoted = (names: string[]): string => names.map((name) => `“${name}”`).join(", ");

const NAMED = 20;
const listed = (names: string[]): string =>
  names.slice(0, NAMED).join("; ") + (names.length > NAMED ? `; … (${names.length})` : "");

export function filledIn({ who, outOf }: Book, about: About): FilledIn {
  const { platform, elsewhere } = who.list;
  if (!platform) return { text: undefined, notes: [] };
  const nameOf = ({ name, alias }: Person): string => name || alias;
  const notes = elsewhere.length
    ? [say("class.elsewhere", { n: elsewhere.length, names: listed(elsewhere.map(nameOf)) })]
    : [];
  const column = columnOf(platform, about);
  if (!column) {
    const columns = quoted(gradeColumns(platform));
    if (about.column) notes.push(say("class.column-unknown", { column: about.column, columns }));
    else if (platform.columns.length) notes.push(say("class.column-which", { columns }));
    return { text: undefined, notes };
  }
  const edits: { from: number; to: number; text: string }[] = [];
  const [left, replaced]: string[][] = [[], []];
  const most = new Set<number>(column.most === undefined ? [] : [column.most]);
  for (const row of who.newest) {
    const person = who.listed.get(row);
    if (!person?.row || row.total === undefined || who.unclear.has(row)) continue;
    const cells = platform.cells[person.row] ?? [];
    const cell = cells[column.place];
    const own = numberIn(cells[platform.mostOf]?.text ?? "");
    if (own !== undefined) most.add(own);
    const old = cell?.text.trim() ?? "";
    const locked = /^no$/i.test(cells[platform.changeable]?.text.trim() ?? "");
    if (!cell || locked || (old && old !== "-" && numberIn(old) === undefined)) {
      left?.push(`${nameOf(person)} (${old})`);
      continue;
    }
    const whole = own ?? column.most;
    const total = about.scale && whole && outOf ? round((row.total * whole) / outOf) : row.total;
    if (numberIn(old) !== total) {
      if (numberIn(old) !== undefined) replaced?.push(`${nameOf(person)} (${old} → ${total})`);
      edits.push({ from: cell.from, to: cell.to, text: String(total) });
    }
  }
  const heading = column.heading;
  for (const one of most)
    if (one !== outOf) {
      const said = about.scale && one && outOf ? "class.scaled" : "class.most";
      notes.push(say(said, { column: heading, most: one, points: outOf }));
    }
  if (left?.length) notes.push(say("class.left", { column: heading, n: left.length, names: listed(left) }));
  if (replaced?.length) {
    notes.push(say("class.replaced", { column: heading, n: replaced.length, names: listed(replaced) }));
  }
  return { text: edited(platform.text, edits), notes };
}

function edited(text: string, edits: { from: number; to: number; text: string }[]): string {
  const parts: string[] = [];
  let place = 0;
  for (const edit of edits.sort((a, b) => a.from - b.from)) {
    parts.push(text.slice(place, edit.from), edit.text);
    place = edit.to;
  }
  return parts.join("") + text.slice(place);
}
