// The report's second half: what a person should look at. Nothing here is a verdict.

import { say } from "../../../shared/words";
import { similar } from "../analysis/similar_code";
import type { About, Book, Cell, Row } from "../points";
import { type Content, el, type Html, many, table } from "./html";

/** A hand-in as the instructor knows it. */
function named({ marked }: Row): Content {
  const alias = marked.alias.trim();
  return alias ? [alias, el("span.sub", marked.file)] : marked.file;
}

export function alikeTable(book: Book, about: About): Html {
  const read = book.rows.filter(({ marked }) => marked.status === "read");
  const starters = Object.fromEntries(
    (about.key.exercises ?? []).map(({ id, sources }) => [id, sources?.starter ?? ""]),
  );
  const { pairs, more } = similar(
    read.map(({ marked }) => marked),
    starters,
  );
  const same = twins(book);
  const twinTable = same.length
    ? table(
        say("report.same.caption"),
        [{ title: say("report.same.files") }],
        same.map((rows) => [rows.map(({ marked }) => marked.file).join(" = ")]),
      )
    : undefined; // prettier-ignore
  const how = el("p.note", say("report.alike.how"));
  if (!pairs.length) return many(twinTable, el("p", say("report.alike.none")), how);
  const head = ["first", "second", "where"].map((name) => ({ title: say(`report.alike.${name}`) }));
  const rows = pairs.map(({ a, b, exercises }) => {
    const where = exercises.map(({ id, share, others }) => {
      const also = others ? say("report.alike.also", { n: others }) : say("report.alike.only");
      return el("li", say("report.alike.in", { id, share: Math.round(100 * share), also }));
    });
    return [named(read[a] as Row), named(read[b] as Row), el("ul", where)];
  });
  const left = more ? el("p.note", say("report.alike.more", { n: more })) : undefined;
  return many(el("p", say("report.alike.care")), twinTable, table(say("report.alike.caption"), head, rows), left, how);
}

/** Files that are the same to the last byte. */
function twins(book: Book): Row[][] {
  const by = new Map<string, Row[]>();
  for (const row of book.rows)
    if (row.marked.sha256) by.set(row.marked.sha256, [...(by.get(row.marked.sha256) ?? []), row]);
  return [...by.values()].filter((rows) => rows.length > 1).slice(0, 60);
}

/** By what marking said, also where a person has given other points. */
export const isSuspicious = ({ outcome, override }: Cell): boolean => (override?.was ?? outcome) === "suspicious";

/** Each mark that a person gave over another, with the reason; undefined where nobody did. */
export function overrideTable(book: Book): Html | undefined {
  const lines = book.rows.flatMap((row) =>
    row.cells.flatMap((cell, place): Content[][] => {
      if (!cell.override) return [];
      const { before, was, by, reasons } = cell.override;
      const from = `${before ?? "–"} (${say(`report.outcome.${was}`)})`;
      return [[named(row), book.items[place]?.id ?? "", from, cell.points ?? "–", by, reasons.join(" ")]];
    }),
  );
  if (!lines.length) return undefined;
  const head = ["who", "item", "before", "after", "by", "reason"].map((name) => ({
    title: say(`report.overrides.${name}`),
  }));
  return table(say("report.overrides.caption"), head, lines);
}

export function flagTable(book: Book): Html {
  const rows = book.rows.filter(({ marked, cells }) => marked.flags.length || cells.some(isSuspicious));
  if (!rows.length) return el("p", say("report.flags.none"));
  const lines = rows.map((row) => {
    const odd = row.cells.flatMap((cell, place) =>
      isSuspicious(cell) ? [el("li", `${book.items[place]?.id ?? ""}: ${cell.result?.detail ?? ""}`)] : [],
    );
    return [named(row), el("ul", [...row.marked.flags.map((flag) => el("li", flag)), ...odd])];
  });
  const head = [{ title: say("report.flags.who") }, { title: say("report.flags.what") }];
  return many(el("p", say("report.flags.care")), table(say("report.flags.caption"), head, lines));
}

export function malformedTable(book: Book): Html {
  const rows = book.rows.filter(({ marked }) => marked.status !== "read");
  if (!rows.length) return el("p", say("report.malformed.none"));
  const lines = rows.map(({ marked }) => [marked.file, say(`report.status.${marked.status}`), marked.notes.join(" ")]);
  const head = ["file", "status", "why"].map((name) => ({ title: say(`report.malformed.${name}`) }));
  return table(say("report.malformed.caption"), head, lines);
}

/** Hand-ins that were graded, but with something to know: another version, late, several of one alias. */
export function noteTable(book: Book): Html | undefined {
  const notes = new Map<string, number>();
  for (const { marked, cells } of book.rows) {
    if (marked.status !== "read") continue;
    const all = new Set([...marked.notes, ...cells.flatMap(({ result }) => result?.notes ?? [])]);
    for (const note of all) notes.set(note, (notes.get(note) ?? 0) + 1);
  }
  if (!notes.size) return undefined;
  const rows = [...notes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 80);
  return table(
    say("report.notes.caption"),
    [{ title: say("report.notes.what") }, { title: say("report.notes.n"), n: true }],
    rows,
  );
}
