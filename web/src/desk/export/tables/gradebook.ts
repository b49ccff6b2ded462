// The gradebook: one row a file, whatever it was; beside each item's points what became of it, in words; last, where
// somebody guessed, the guesses, which bring no points.

import { say } from "../../../shared/words";
import { explainCriteria, explainOverride, explainScale } from "../../hand_marks/explain";
import { explainLate } from "../../late/apply";
import type { Item } from "../../types";
import { guessLines } from "../guesses";
import { explainCollision } from "../identity";
import { type About, type Book, type Row, round } from "../points";
import { csv, guarded, type Value } from "./csv";

// Spreadsheets take a file without this mark for one in the system's old encoding, and garble names; what reads tables
// by program passes over it ("utf-8-sig" in Python; pandas by itself).
const MARK = "\uFEFF";

export function gradebook({ items, rows, outOf, who, late }: Book, course?: About["course"]): string {
  const ids = unique(items.map(({ id }) => id));
  const head = ["file", "alias", "status", "total", "out_of", "percent"];
  if (late) head.push(say("late.before"), say("late.percent"));
  head.push("flags", "notes");
  const unclear = (row: Row): string[] =>
    who.unclear.has(row)
      ? who.collisions.filter(({ files }) => files.includes(row.marked.file)).map(explainCollision)
      : [];
  const columns = ids.flatMap((id) => [`${id} points`, `${id} outcome`]);
  const guessed = rows.map(({ marked }) => guessLines(marked, course).join(" | "));
  const last = guessed.some(Boolean) ? [say("report.guesses")] : [];
  const lines = rows.map((row, n) => [
    ...line(row, { items, outOf, late }, unclear(row)),
    ...last.map(() => guarded(guessed[n] ?? "")),
  ]);
  return MARK + csv([[...head, ...columns, ...last].map(guarded), ...lines]);
}

function line(row: Row, { items, outOf, late }: Pick<Book, "items" | "outOf" | "late">, unclear: string[]): Value[] {
  const { marked, cells, total, unread } = row;
  const notes = [
    ...unclear,
    ...explainLate(row, outOf),
    ...marked.notes,
    ...(unread ? [say("report.unread", { n: unread })] : []),
    ...comments(row, items),
    ...itemNotes(row),
  ];
  const percent = total === undefined || !outOf ? undefined : round((100 * total) / outOf);
  return [
    guarded(marked.file),
    guarded(marked.alias),
    say(`report.status.${marked.status}`),
    total,
    outOf,
    percent,
    ...(late ? [row.before, row.late?.percent] : []),
    guarded(marked.flags.join(" | ")),
    guarded(notes.join(" | ")),
    ...cells.flatMap((cell) => [cell.points, say(`report.outcome.${cell.outcome}`)]),
  ];
}

/** What graders gave by criteria, wrote beside their points, and changed. */
function comments({ cells }: Row, items: Item[]): string[] {
  return cells.flatMap((cell, place) => {
    const most = items[place]?.points ?? 0;
    const rubrics = (cell.rubrics ?? []).flatMap(({ grader, criteria }) => [
      explainCriteria(grader, criteria),
      explainScale(criteria, most) ?? [],
    ]);
    const said = [explainOverride(cell) ?? [], rubrics.flat(), cell.comments ?? []].flat();
    return said.map((one) => `${items[place]?.id ?? ""}, ${one}`);
  });
}

/** What is to be known of single items, each once. */
function itemNotes({ cells }: Row): string[] {
  return [...new Set(cells.flatMap((cell) => cell.result?.notes ?? []))];
}

/** The same ids, told apart if an exercise and a question share one. */
export function unique(ids: string[]): string[] {
  return ids.map((id, place) => {
    const before = ids.slice(0, place).filter((other) => other === id).length;
    return before ? `${id} (${before + 1})` : id;
  });
}
