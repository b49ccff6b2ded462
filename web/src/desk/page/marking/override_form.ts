// Other points for one item than marking, or the sum of its criteria, gives: only with a reason.
import { button, element } from "../../../shared/element";
import { say } from "../../../shared/words";
import { cellOf } from "../../export/cells";
import { sumOf } from "../../hand_marks/criteria";
import { explainOverride } from "../../hand_marks/explain";
import type { HandMark, Item, Marked } from "../../types";
import { field } from "../field";
import type { GivenMark, MarkKeeper } from "./mark_keeper";

/** The form for an item of one hand-in; `changed` is called after each change. */
export function overrideForm(
  marked: Marked,
  item: Item,
  keeper: MarkKeeper,
  changed: () => void = () => undefined,
): HTMLElement {
  const [text, name, here] = [`${item.kind}/${item.id}`, item.id, `desk-override-${item.kind}-${item.id}`];
  const points = element("input", { id: here, type: "number", min: "0", max: String(item.points), step: "any" });
  const reason = element("input", { id: `${here}-reason`, type: "text", maxLength: 2000 });
  const shown = element("p", { className: "overridden", role: "status" });
  const back = button(say("desk.override-back"), () => {
    const mine = keeper.mine(text);
    if (!mine) return;
    keeper.keep(withoutOverride(mine));
    points.value = reason.value = "";
    show();
    changed();
  });
  const show = (): void => {
    const cell = cellOf(marked, item, keeper.all());
    const said = explainOverride(cell) ?? (cell.outcome === "disputed" ? say("desk.disagree") : "");
    shown.textContent = said && `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
    back.hidden = !keeper.mine(text)?.reason || keeper.mine(text)?.points === null;
  };
  const give = button(say("desk.override-give"), () => {
    const why = reason.value.trim();
    reason.setCustomValidity(why ? "" : say("desk.override-why"));
    points.required = true;
    if (!points.reportValidity() || !reason.reportValidity()) return;
    const { comment, criteria, of } = keeper.mine(text) ?? {};
    keeper.keep({
      ...{ text, points: points.valueAsNumber, reason: why },
      ...(comment && { comment }),
      ...(criteria && of !== undefined && { criteria, of }),
    });
    show();
    changed();
  });
  reason.addEventListener("input", () => reason.setCustomValidity(""));
  const mine = keeper.mine(text);
  if (mine?.reason && mine.points !== null) [points.value, reason.value] = [String(mine.points), mine.reason];
  show();
  const fields = element(
    "details",
    { className: "override" },
    element("summary", {}, say("desk.override", { name })),
    field(points, say("desk.override-points", { name, most: item.points })),
    field(reason, say("desk.override-reason", { name })),
    element("div", { className: "bar" }, give, back),
  );
  return element("div", { role: "group", "aria-label": say("desk.override", { name }) }, shown, fields);
}

/** The mark as it is without its override: the sum of its criteria, or none. */
function withoutOverride({ text, comment, criteria, of, reason }: HandMark): GivenMark {
  const kept = { text, ...(comment && { comment }) };
  if (criteria && of !== undefined) return { ...kept, points: sumOf(criteria, of), criteria, of };
  // Of other items a mark without a reason is none: what is taken back keeps it.
  return { ...kept, points: null, ...(reason && !text.startsWith("reflection/") && { reason }) };
}
