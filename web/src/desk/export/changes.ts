// Who has other points than the last time that the same hand-ins were graded: item by item, and what gave them.
import { say } from "../../shared/words";
import type { Cell, Item, Marked } from "../types";
import type { About, Row } from "./points";
import { csv, guarded } from "./tables/csv";

/** Points of one item, or of the total, and what gave them: a version of an exercise, or a person. */
export interface PointsGiven {
  points: number | null;
  by: string;
}

/** By "exercise/…", "question/…", "reflection/…" and "total". */
export type PointsOfHandIn = Record<string, PointsGiven>;

export interface Change {
  marked: Marked;
  item: string;
  before: PointsGiven;
  after: PointsGiven;
}

function givenBy(cell: Cell, item: Item, about: About): string {
  if (cell.override) return say("desk.by-override", { by: cell.override.by });
  if (item.kind === "exercise") {
    const version = about.key.exercises?.find(({ id }) => id === item.id)?.version;
    return version ? say("desk.by-version", { version }) : "";
  }
  return (cell.rubrics ?? []).map(({ grader }) => grader).join(", ");
}

/** What a hand-in's items and its total come to now. */
export function pointsGiven({ cells, total }: Row, items: Item[], about: About): PointsOfHandIn {
  const found: PointsOfHandIn = {};
  items.forEach((item, place) => {
    const cell = cells[place];
    if (cell) found[`${item.kind}/${item.id}`] = { points: cell.points ?? null, by: givenBy(cell, item, about) };
  });
  found.total = { points: total ?? null, by: "" };
  return found;
}

/** What differs; an item that stands in one of them only is no change. */
export function changesOf(marked: Marked, before: PointsOfHandIn, after: PointsOfHandIn): Change[] {
  return Object.entries(after).flatMap(([item, now]) => {
    const old = before[item];
    return old && old.points !== now.points ? [{ marked, item, before: old, after: now }] : [];
  });
}

export const shownItem = (item: string): string => item.replace(/^[a-z]+\//, "");

/** The changes as a file: the columns of the command line's changed.csv, then what gave the points. */
export function changesFile(changes: Change[], when: string): string {
  const head = ["when", "file", "alias", "item", "before", "after", "before by", "after by"];
  const lines = changes.map(({ marked, item, before, after }) => [
    ...[when, guarded(marked.file), guarded(marked.alias), guarded(shownItem(item))],
    ...[before.points ?? "", after.points ?? "", guarded(before.by), guarded(after.by)],
  ]);
  return `\uFEFF${csv([head, ...lines])}`;
}
