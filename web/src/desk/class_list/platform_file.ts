// A file that Canvas or Moodle exports, as a class list, and with the columns into which grades can go.
//
// Canvas: the gradebook's export (lib/gradebook_exporter.rb), whose headings are English in every language. Its guide,
// "How do I import grades in the Gradebook?", asks for the columns of the student and the section, leaves columns that
// the row "Points Possible" calls read-only alone, and finds an assignment by the number in brackets.
// Moodle: the grade export as plain text (grade/export/txt), the table of participants, and an assignment's grading
// worksheet (mod/assign/feedback/offline). Their headings are in the language of whoever exports: English is read.
import { type CsvCell, csvCells } from "../export/tables/csv";
import type { Person } from "./person";

export interface GradeColumn {
  /** The heading as it stands. */
  heading: string;
  /** Without the platform's additions: the number of the assignment, the kind of activity, "(Real)". */
  title: string;
  place: number;
  /** The most points that the platform gives, where the file says so for the whole column. */
  most: number | undefined;
}

export interface PlatformFile {
  platform: "canvas" | "moodle";
  text: string;
  cells: CsvCell[][];
  people: Person[];
  columns: GradeColumn[];
  /** Place of the column that says whether a grade can be changed, and of that with the row's own most points. */
  changeable: number;
  mostOf: number;
}

const COMPUTED = /(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)/; // what Canvas reckons or keeps apart itself

/** undefined: it is none that is known. */
export function platformFile(text: string): PlatformFile | undefined {
  const cells = csvCells(text);
  const head = (cells[0] ?? []).map((cell) => cell.text.trim());
  if (isCanvas(head)) return canvasFile(text, cells, head);
  const named = head.map((name) => name.toLowerCase());
  if (named.includes("alias")) return undefined;
  const someName = named.includes("full name") || (named.includes("first name") && lastName(named) >= 0);
  const someId = ["email address", "id number", "username", "identifier"].some((name) => named.includes(name));
  return someName && someId ? moodleFile(text, cells, head, named) : undefined;
}

const isCanvas = (head: string[]): boolean =>
  head.includes("Section") &&
  ((head[0]?.includes("Student") && head[1] === "ID") || (head[0] === "LastName" && head[2] === "ID")) === true;

const lastName = (named: string[]): number => Math.max(named.indexOf("last name"), named.indexOf("surname"));

const person = (row: number, more: Partial<Person>): Person => {
  const empty = { name: "", canvas_id: "", sis_id: "", login: "", section: "", email: "", participant: "" };
  const made = { alias: "", ...empty, also: [], files: [], ...more, row };
  return { ...made, alias: made.login || made.email || made.sis_id || made.name };
};

/** "Ahn, Anna" as "Anna Ahn" too. */
const turned = (name: string): string[] => {
  const [last, first] = name.split(/,\s*/, 2);
  return last && first ? [`${first} ${last}`] : [];
};

function canvasFile(text: string, cells: CsvCell[][], head: string[]): PlatformFile {
  const at = (row: CsvCell[] | undefined, name: string): string => row?.[head.indexOf(name)]?.text.trim() ?? "";
  const apart = head[0] === "LastName";
  const possible = cells.find((row) => row[0]?.text.includes("Points Possible"));
  const people = cells.flatMap((row, place) => {
    if (!place || row === possible) return [];
    const name = apart ? `${at(row, "LastName")}, ${at(row, "FirstName")}` : (row[0]?.text.trim() ?? "");
    const canvas_id = at(row, "ID");
    if (!canvas_id && !name.replace(",", "").trim()) return []; // the row that says what is hidden
    const more = { sis_id: at(row, "SIS User ID"), login: at(row, "SIS Login ID"), section: at(row, "Section") };
    return [person(place, { name, canvas_id, ...more, also: turned(name) })];
  });
  const columns = head.flatMap((heading, place) => {
    const title = /^(.*) \(\d+\)$/.exec(heading)?.[1];
    const points = possible?.[place]?.text.trim() ?? "";
    if (title === undefined || place <= head.indexOf("Section") || COMPUTED.test(heading)) return [];
    return /read\s+only/i.test(points) ? [] : [{ heading, title, place, most: numberIn(points) }];
  });
  return { platform: "canvas", text, cells, people, columns, changeable: -1, mostOf: -1 };
}

function moodleFile(text: string, cells: CsvCell[][], head: string[], named: string[]): PlatformFile {
  const people = cells.slice(1).map((row, place) => {
    const at = (name: string): string => row[named.indexOf(name)]?.text.trim() ?? "";
    const [first, last] = [at("first name"), row[lastName(named)]?.text.trim() ?? ""];
    const name = at("full name") || `${first} ${last}`.trim();
    const participant = /(\d+)$/.exec(at("identifier"))?.[1] ?? "";
    const ids = { sis_id: at("id number"), login: at("username"), email: at("email address"), participant };
    return person(place + 1, { name, ...ids, also: first && last ? [`${last} ${first}`, `${last}, ${first}`] : [] });
  });
  const worksheet = named.includes("identifier") && named.includes("last modified (grade)");
  const columns = head.flatMap((heading, place): GradeColumn[] => {
    if (worksheet) return heading === "Grade" ? [{ heading, title: heading, place, most: undefined }] : [];
    const title = /^(?:[^:]+: )?(.*) \(Real\)$/.exec(heading)?.[1];
    return title === undefined || title === "Course total" ? [] : [{ heading, title, place, most: undefined }];
  });
  const [changeable, mostOf] = [named.indexOf("grade can be changed"), named.indexOf("maximum grade")];
  return { platform: "moodle", text, cells, people, columns, changeable, mostOf };
}

/** A number with a point or a comma; undefined for anything else. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
