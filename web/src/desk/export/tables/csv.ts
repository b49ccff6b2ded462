// Comma-separated values as RFC 4180 has them, with a guard against cells that a spreadsheet would run.

// A spreadsheet takes a cell that begins so for a formula; the last four are the wide forms of the first.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
// A spreadsheet that splits at semicolons or tabs instead of commas sees no quotes around such a cell: what follows a
// separator or a new line in it begins a cell of its own.
const AFTER_SEPARATOR = /([;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/g;
const NUMBER = /^-?\d+(\.\d+)?$/;

export type Value = string | number | undefined;

/** A text that no spreadsheet runs: with an apostrophe before it if it would begin a formula. */
export function guarded(text: string): string {
  const inner = text.replace(AFTER_SEPARATOR, "$1'");
  return FORMULA.test(inner) ? `'${inner}` : inner;
}

/** The same for what another system must find again as it is: a plain number is no formula. */
export function exact(text: string): string {
  return NUMBER.test(text) ? text : guarded(text);
}

/** The rows as text: CRLF after each, quotes where they are needed. Texts must have been guarded. */
export function csv(rows: Value[][]): string {
  return rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

function quoted(value: Value): string {
  const text =
    value === undefined
      ? ""
      : String(value)
          .replaceAll("\0", "")
          .replace(/\p{Surrogate}/gu, "\ufffd");
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One cell as it stands in a file: what it says, and where, its quotes included. */
export interface CsvCell {
  text: string;
  from: number;
  to: number;
}

/** The cells of a text with commas, semicolons or tabs between; a byte-order mark and empty lines are passed over. */
export function csvCells(file: string): CsvCell[][] {
  const start = file.startsWith("\uFEFF") ? 1 : 0;
  const head =
    file
      .slice(start)
      .replace(/"[^"]*"/g, "")
      .split(/\r?\n/, 1)[0] ?? ""; // prettier-ignore
  const apart = count(head, ";") > count(head, ",") ? ";" : head.includes("\t") && !head.includes(",") ? "\t" : ",";
  const rows: CsvCell[][] = [];
  let row: CsvCell[] = [];
  let [text, from, inside] = ["", start, false];
  const closeCell = (to: number): void => {
    row.push({ text, from, to: file[to - 1] === "\r" && to > from ? to - 1 : to });
    [text, from] = ["", to + 1];
  };
  const closeRow = (to: number): void => {
    closeCell(to);
    if (row.some((one) => one.text.trim())) rows.push(row);
    row = [];
  };
  for (let place = start; place < file.length; place++) {
    const char = file[place] ?? "";
    if (inside) {
      if (char !== '"') text += char;
      else if (file[place + 1] === '"') text += file[++place];
      else inside = false;
    } else if (char === '"' && text === "") inside = true;
    else if (char === apart) closeCell(place);
    else if (char === "\n") closeRow(place);
    else if (char !== "\r") text += char;
  }
  closeRow(file.length);
  return rows;
}

/** What the cells say. */
export const parse = (file: string): string[][] => csvCells(file).map((row) => row.map(({ text }) => text));

const count = (text: string, char: string): number => text.split(char).length - 1;
