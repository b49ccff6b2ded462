// Where graders disagree: their marks side by side, and a button to take one of them.
import { button, element } from "../../../shared/element";
import { say } from "../../../shared/words";
import { shownItem } from "../../export/changes";
import { type Conflict, conflicts } from "../../hand_marks/conflicts";
import { explainCriteria, graderOf } from "../../hand_marks/explain";
import type { HandMark } from "../../types";

interface Given {
  hand(): HandMark[];
  nameOf(sha256: string): string | undefined;
  take(mark: HandMark): void;
  open(sha256: string): void;
}

/** What shows the disagreements of hand-ins that are here anew; nothing is changed where nothing is other than before. */
export function conflictsTable(place: HTMLElement, given: Given): () => void {
  let shown = "";
  return () => {
    const open = conflicts(given.hand()).filter(({ sha256 }) => given.nameOf(sha256) !== undefined);
    const made = JSON.stringify(open.map((one) => [given.nameOf(one.sha256), one]));
    if (made === shown) return;
    shown = made;
    const inside = place.contains(document.activeElement);
    place.hidden = !open.length;
    place.replaceChildren(...(open.length ? section(open, given) : []));
    if (inside) (place.querySelector<HTMLElement>("h3") ?? place.parentElement?.querySelector("h2"))?.focus();
  };
}

function section(open: Conflict[], given: Given): HTMLElement[] {
  const most = Math.max(...open.map(({ marks }) => marks.length));
  const head = [say("desk.changed-hand-in"), say("desk.changed-item")];
  for (let n = 1; n <= most; n++) head.push(say("desk.conflict-mark", { n }));
  const rows = open.map(({ sha256, text, marks }) => {
    const name = given.nameOf(sha256) ?? "";
    const item = shownItem(text);
    const opener = button(name, () => given.open(sha256));
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, opener),
      element("td", {}, item),
      ...marks.map((mark) => element("td", {}, ...card(mark, { name, item }, given))),
    );
  });
  return [
    element("h3", { tabIndex: -1 }, say("desk.conflicts", { n: open.length })),
    element(
      "div",
      { className: "scroll", tabIndex: 0, role: "region", "aria-label": say("desk.conflicts-table") },
      element(
        "table",
        {},
        element("thead", {}, element("tr", {}, ...head.map((title) => element("th", { scope: "col" }, title)))),
        element("tbody", {}, ...rows),
      ),
    ),
  ];
}

/** One grader's mark, whole. */
function card(mark: HandMark, { name, item }: { name: string; item: string }, { take }: Given): HTMLElement[] {
  const grader = graderOf(mark);
  const lines = [
    say("desk.other-mark", { grader, points: mark.points ?? "–" }),
    mark.criteria ? explainCriteria(grader, mark.criteria) : "",
    mark.comment ?? "",
    mark.reason ?? "",
  ];
  const choose = button(say("desk.conflict-take"), () => take(mark));
  const about = say("desk.conflict-take-of", { grader, points: mark.points ?? "–", name, item });
  choose.setAttribute("aria-label", `${say("desk.conflict-take")}: ${about}`);
  return [...lines.filter(Boolean).map((line) => element("p", {}, line)), choose];
}
