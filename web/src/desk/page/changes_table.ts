// The table of who has other points than the last time that these hand-ins were graded in this browser.
import { button, element } from "../../shared/element";
import { say } from "../../shared/words";
import { type Change, changesFile, changesOf, type PointsGiven, pointsGiven, shownItem } from "../export/changes";
import type { About, Book } from "../export/points";
import type { Marked } from "../types";
import { saveSheet } from "./save_sheet";
import { StoredMarks } from "./stored_marks";

const MAX_ROWS = 300; // the file has all

/** Compare with what is kept of the last time, show what differs, and keep what is now. */
export async function showChanges(
  place: HTMLElement,
  book: Book,
  about: About,
  nameOf: (one: Marked) => string,
): Promise<void> {
  const graded = book.rows.filter(({ marked }) => marked.status === "read" && marked.sha256);
  const now = graded.map((row) => pointsGiven(row, book.items, about));
  const before = await Promise.all(graded.map(({ marked }) => StoredMarks.points(marked.sha256)));
  const changes = graded.flatMap(({ marked }, n) => changesOf(marked, before[n] ?? {}, now[n] ?? {}));
  place.hidden = !changes.length;
  place.replaceChildren(...(changes.length ? table(changes, nameOf) : []));
  await StoredMarks.keepPoints(graded.map(({ marked }, n) => [marked.sha256, now[n] ?? {}]));
}

function table(changes: Change[], nameOf: (one: Marked) => string): HTMLElement[] {
  const n = new Set(changes.map(({ marked }) => marked.file)).size;
  const names = ["hand-in", "item", "before", "after", "by"] as const;
  const head = names.map((name) => element("th", { scope: "col" }, say(`desk.changed-${name}`)));
  const shown = ({ points }: PointsGiven): string => (points === null ? "–" : String(points));
  const rows = changes.slice(0, MAX_ROWS).map(({ marked, item, before, after }) => {
    const by = before.by === after.by ? after.by : `${before.by || "–"} → ${after.by || "–"}`;
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, nameOf(marked)),
      ...[shownItem(item) === "total" ? say("report.total") : shownItem(item), shown(before), shown(after), by].map(
        (text) => element("td", {}, text),
      ),
    );
  });
  const more = changes.length - rows.length;
  const save = button(say("desk.changed-save"), () => {
    saveSheet("changed.csv", changesFile(changes, new Date().toISOString()));
  });
  return [
    element("h3", {}, say("desk.changed", { n })),
    element(
      "div",
      { className: "scroll", tabIndex: 0, role: "region", "aria-label": say("desk.changed-table") },
      element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)),
    ),
    ...(more > 0 ? [element("p", {}, say("desk.changed-more", { n: more }))] : []),
    element("div", { className: "bar" }, save),
  ];
}
