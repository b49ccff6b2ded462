// The rules for late hand-ins over all rows: each total with what lateness takes off, and in words why.
import { say } from "../../shared/words";
import type { Identified } from "../export/identity";
import type { Late, Row } from "../types";
import { afterPenalty, Extensions, lateness } from "./lateness";
import type { LatePolicy } from "./policy";
import { instantOf } from "./time_zone";

/** The rules, and when the assignment is due if they do not say. */
interface Rules {
  late?: LatePolicy | undefined;
  due?: string | null | undefined;
}

/** Changes the totals of the rows; what a person must know of it. */
export function applyLateness(rows: Row[], who: Identified, outOf: number, about: Rules): string[] {
  const { late: policy, due } = about;
  if (!policy) return [];
  const extensions = new Extensions(
    policy.extensions,
    who.list,
    rows.map(({ marked }) => marked),
  );
  for (const row of rows) {
    if (row.marked.status !== "read") continue;
    const person = who.listed.get(row);
    row.late = lateness(row.marked, extensions.of(row.marked, person), policy, due);
    row.before = row.total;
    if (row.total !== undefined && row.late) {
      row.total = Math.round(100 * afterPenalty(row.total, outOf, row.late.percent)) / 100;
    }
  }
  const { lost } = extensions;
  const lostNames = lost.length ? [say("late.lost", { n: lost.length, names: lost.slice(0, 20).join(", ") })] : [];
  const none =
    Number.isNaN(instantOf(policy.due ?? due ?? "", policy.zone)) && !policy.extensions.some((one) => one.due);
  const disputed = rows.filter(({ late }) => late?.disputed).slice(0, 20);
  const said = disputed.map((row) => `${row.marked.file}: ${explainLate(row, outOf).join(" ")}`);
  return [...(none ? [say("late.no-due")] : []), ...lostNames, ...said];
}

const shown = (due: string): string => due.replace("T", " ");

/** What a hand-in's lateness comes to, a sentence each; none where there is nothing to say. */
export function explainLate({ late, before, total }: Row, outOf: number): string[] {
  if (!late) return [];
  const due = shown(late.due);
  if (late.unknown) return [say("late.unknown", { due })];
  const disputed = late.disputed ? [say(late.days ? "late.disputed-receipt" : "late.disputed-marker", { due })] : [];
  return [...verdict(late, due, { outOf, before, after: total }), ...disputed];
}

function verdict(
  { days, percent, closed, clock, extended }: Late,
  due: string,
  points: { outOf: number; before: number | undefined; after: number | undefined },
): string[] {
  const { outOf, before, after } = points;
  if (!days) return extended ? [say("late.extended", { due })] : [];
  const values = { n: days, due, clock: say(`late.clock.${clock}`), percent, outOf };
  if (before === undefined || after === undefined) return [say("late.unmarked", values)];
  return [say(closed ? "late.closed" : "late.note", { ...values, before, after })];
}
