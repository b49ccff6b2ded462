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

/** The cells of a text with commas, semicolons or tabs between; a byte-order mark and empty lines are passed over. */
export function parse(text: string): string[][] {
  const body = text.replace(/^\uFEFF/, "");
  const head = body.replace(/"[^"]*"/g, "").split(/\r?\n/, 1)[0] ?? "";
  const apart = count(head, ";") > count(head, ",") ? ";" : head.includes("\t") && !head.includes(",") ? "\t" : ",";
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let inside = false;
  const close = (): void => {
    row.push(cell);
    if (row.some((one) => one.trim())) rows.push(row);
    [row, cell] = [[], ""];
  };
  for (let place = 0; place < body.length; place++) {
    const char = body[place] ?? "";
    if (inside) {
      if (char !== '"') cell += char;
      else if (body[place + 1] === '"') cell += body[++place];
      else inside = false;
    } else if (char === '"' && cell === "") inside = true;
    else if (char === apart) {
      row.push(cell);
      cell = "";
    } else if (char === "\n") close();
    else if (char !== "\r") cell += char;
  }
  close();
  return rows;
}

const count = (text: string, char: string): number => text.split(char).length - 1;
