// Comma-separated values as RFC 4180 has them, with a guard against cells that a spreadsheet would run.

// A spreadsheet takes a cell that begins so for a formula; the last four are the wide forms of the first.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

export type Value = string | number | undefined;

/** A text that no spreadsheet runs: with an apostrophe before it if it would begin a formula. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
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

/** The cells of a CSV text, commas or semicolons apart; a byte-order mark and empty lines are passed over. */
export function parse(text: string): string[][] {
  const body = text.replace(/^\uFEFF/, "");
  const head = body.split(/\r?\n/, 1)[0] ?? "";
  const apart = (head.match(/;/g)?.length ?? 0) > (head.match(/,/g)?.length ?? 0) ? ";" : ",";
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
