// What one item of one hand-in comes to: by marking, by the people who mark free text, or by a person over both.
import { pointsFor, round } from "../hand_marks/criteria";
import { graderOf } from "../hand_marks/explain";
import { byText, type Settled, settle } from "../hand_marks/marks";
import type { Cell, HandMark, Item, Marked } from "../types";

/** Whether a free text, by its key in the receipt, belongs to an item. */
export function belongs(text: string, item: Item): boolean {
  const named = [item.id, `reflection/${item.id}`, `memo/${item.id}`];
  return item.kind === "reflection" && named.some((name) => text === name || text.startsWith(`${name}/`));
}

/** The cell of `item`, given the hand-in and all marks that people gave for it. */
export function cellOf(marked: Marked, item: Item, hand: HandMark[]): Cell {
  if (marked.status !== "read") return { outcome: "malformed", points: undefined, result: undefined };
  if (item.kind === "reflection") return written(marked, item, hand);
  const made = graded(marked, item);
  const settled = settle(hand.filter(({ text, reason }) => reason && text === `${item.kind}/${item.id}`));
  if (!settled) return made;
  if (settled.points === undefined) return { ...made, outcome: "disputed", points: undefined };
  return { ...made, ...overridden([settled], made), points: within(settled.points, item) };
}

function graded(marked: Marked, item: Item): Cell {
  const result = (item.kind === "exercise" ? marked.exercises : marked.questions)[item.id];
  if (!result) return { outcome: "blank", points: 0, result: undefined };
  const share = Number.isFinite(result.share) ? Math.min(1, Math.max(0, result.share)) : 0;
  return { outcome: result.outcome, points: round(share * item.points), result };
}

const within = (points: number, item: Item): number => round(Math.min(item.points, Math.max(0, points)));

/** What of a cell an override changes; `before` is what stood there without it. */
function overridden(settled: Settled[], before: Pick<Cell, "outcome" | "points">): Pick<Cell, "outcome" | "override"> {
  const marks = settled.flatMap((one) => one.marks).filter(({ reason }) => reason);
  const by = [...new Set(marks.map(graderOf))].join(", ");
  const reasons = [...new Set(marks.map(({ reason }) => reason ?? ""))];
  return { outcome: "overridden", override: { before: before.points, was: before.outcome, by, reasons } };
}

function written(marked: Marked, item: Item, hand: HandMark[]): Cell {
  const settled = byText(hand.filter((mark) => belongs(mark.text, item))).flatMap((marks) => settle(marks) ?? []);
  if (!settled.length) {
    const texts = Object.entries(marked.texts).filter(([text, words]) => belongs(text, item) && words.trim());
    return { outcome: texts.length ? "unread" : "blank", points: texts.length ? undefined : 0, result: undefined };
  }
  const marks = settled.flatMap((one) => one.marks);
  const comments = marks.filter(({ comment }) => comment).map((one) => `${graderOf(one)}: ${one.comment}`);
  const rubrics = marks.flatMap((one) =>
    one.criteria?.length ? [{ grader: graderOf(one), criteria: one.criteria }] : [],
  );
  const said = { result: undefined, comments, ...(rubrics.length && { rubrics }) };
  if (settled.some(({ points }) => points === undefined)) return { outcome: "disputed", points: undefined, ...said };
  const sum = (give: (mark: HandMark) => number | null): number =>
    settled.reduce((all, one) => all + ((one.marks[0] && give(one.marks[0])) ?? 0), 0);
  const points = within(
    sum((mark) => pointsFor(mark, item.points)),
    item,
  );
  if (!marks.some(({ reason }) => reason)) return { outcome: "read", points, ...said };
  const byCriteria = settled.every((one) => one.marks[0]?.criteria?.length);
  const before = byCriteria
    ? within(
        sum(({ reason: _, ...mark }) => pointsFor(mark, item.points)),
        item,
      )
    : undefined;
  return { ...said, ...overridden(settled, { outcome: byCriteria ? "read" : "unread", points: before }), points };
}
