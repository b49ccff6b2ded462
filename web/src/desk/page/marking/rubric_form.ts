// Points and comments by the criteria of a rubric: a number and Enter for each, a letter for a kept comment.
import { element } from "../../../shared/element";
import { say } from "../../../shared/words";
import type { Reflection } from "../../files/answer_key";
import { criteriaWith, sumOf } from "../../hand_marks/criteria";
import type { CriterionMark, Item, Marked } from "../../types";
import { field } from "../field";
import { bankButtons } from "./bank_buttons";
import type { MarkKeeper } from "./mark_keeper";
import { otherMarks } from "./other_marks";
import { overrideForm } from "./override_form";

export function rubricForm(marked: Marked, item: Item, about: Reflection, keeper: MarkKeeper): HTMLElement {
  const { id, points: most } = item;
  const text = `reflection/${id}`;
  const mine = keeper.mine(text);
  const criteria = criteriaWith(about, mine);
  const whole = criteria.reduce((sum, { of }) => sum + of, 0);
  const total = element("p", { className: "total", role: "status" });
  const said = element("p", { role: "status" });
  const comment = element("textarea", { id: `desk-comment-${id}`, rows: 2, maxLength: 10_000 });
  comment.value = mine?.comment ?? "";
  const others = otherMarks(text, keeper, () => keep(true));
  const showTotal = (): void => {
    const [sum, left] = [sumOf(criteria, most), criteria.filter(({ points }) => points === null).length];
    const before = keeper.mine(text);
    const old = before && !before.criteria && before.points !== null ? before.points : undefined;
    const waits = say("desk.rubric-waits", { n: left, of: criteria.length });
    const unsummed = old === undefined ? waits : say("desk.rubric-whole", { points: old });
    total.textContent = sum === null ? unsummed : say("desk.rubric-total", { total: sum, most });
  };
  const keep = (decides = false): void => {
    const before = keeper.mine(text);
    const reason = before?.reason;
    const sum = sumOf(criteria, most);
    const empty = criteria.every((one) => one.points === null && !one.comment) && !comment.value.trim();
    if ((empty && !before) || (decides && sum === null && !reason)) return;
    keeper.keep({
      ...{ text, points: reason ? (before?.points ?? null) : sum, criteria: criteria.map((one) => ({ ...one })) },
      ...{ of: most, comment: comment.value.trim() },
      ...(reason && { reason }),
      ...(decides && { decides: true as const }),
    });
    showTotal();
    others.show();
  };
  const tell = (sentence: string): void => {
    said.textContent = sentence;
  };
  const on = { changed: () => keep(), said: tell };
  const parts = criteria.map((one, place) =>
    criterionPart(id, one, place, about.rubric?.[place]?.text ?? "", on, keeper),
  );
  for (const [place, { input }] of parts.entries()) {
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") (parts[place + 1]?.input ?? comment).focus();
      else if (event.ctrlKey || event.metaKey || event.altKey || !parts[place]?.insert(event.key)) return;
      event.preventDefault();
    });
  }
  const bank = bankButtons(keeper.bank, { item: text, criterion: "" }, comment, on);
  comment.addEventListener("change", () => keep());
  showTotal();
  const scaled = most === whole ? "" : say("desk.rubric-scaled", { whole, most });
  return element(
    "div",
    { className: "rubric points" },
    element("h6", {}, say("desk.rubric")),
    element("p", { className: "hint" }, `${say("desk.rubric-keys")} ${scaled}`),
    ...parts.map(({ box }) => box),
    total,
    field(comment, say("desk.comment")),
    bank.element,
    said,
    others.element,
    overrideForm(marked, item, keeper, () => {
      showTotal();
      others.show();
    }),
  );
}

interface CriterionPart {
  box: HTMLElement;
  input: HTMLInputElement;
  insert(letter: string): boolean;
}

/** The fields of one criterion, which write into `one` what they hold. */
function criterionPart(
  id: string,
  one: CriterionMark,
  place: number,
  text: string,
  on: { changed(): void; said(text: string): void },
  keeper: MarkKeeper,
): CriterionPart {
  const here = `desk-criterion-${id}-${place}`;
  const bounds = { type: "number", min: "0", max: String(one.of), step: "0.5" };
  const input = element("input", { id: here, ...bounds, "aria-describedby": `${here}-hint` });
  const comment = element("textarea", { id: `${here}-comment`, rows: 1, maxLength: 10_000 });
  if (one.points !== null) input.value = String(one.points);
  comment.value = one.comment ?? "";
  const take = (): void => {
    if (!input.reportValidity()) return;
    one.points = input.value === "" ? null : input.valueAsNumber;
    one.comment = comment.value.trim();
    on.changed();
  };
  for (const control of [input, comment]) control.addEventListener("change", take);
  const item = `reflection/${id}`;
  const bank = bankButtons(keeper.bank, { item, criterion: one.name }, comment, { changed: take, said: on.said });
  const box = element(
    "div",
    { className: "criterion", role: "group", "aria-label": one.name },
    field(input, say("desk.criterion-points", { name: one.name, of: one.of })),
    element("p", { className: "hint", id: `${here}-hint` }, text),
    field(comment, say("desk.criterion-comment", { name: one.name })),
    bank.element,
  );
  return { box, input, insert: bank.insert };
}
