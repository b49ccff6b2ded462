// The free text of one hand-in beside its rubric, and the marks that only a person can give.
import { element } from "../../../shared/element";
import { say } from "../../../shared/words";
import type { Key } from "../../files/answer_key";
import { criteriaOf } from "../../hand_marks/criteria";
import type { Item, Marked } from "../../types";
import { field } from "../field";
import { bankButtons } from "./bank_buttons";
import type { MarkKeeper } from "./mark_keeper";
import { otherMarks } from "./other_marks";
import { rubricForm } from "./rubric_form";

export interface EssaySetting {
  key: Key;
  items: Item[] | undefined;
  /** Who marks an essay, if that is somebody else. */
  otherShare?: (id: string) => string | undefined;
}

/** Which essay a text belongs to: the answers of a memo are one. */
const essayOf = (text: string): string => text.split("/")[1] ?? text;

/** The essays that a hand-in has something for. */
export const essaysIn = ({ texts }: Marked): string[] => [...new Set(Object.keys(texts).map(essayOf))];

export function essayViews(one: Marked, setting: EssaySetting, keeper: MarkKeeper): HTMLElement[] {
  const essays = new Map<string, [string, string][]>();
  for (const [name, words] of Object.entries(one.texts)) {
    essays.set(essayOf(name), [...(essays.get(essayOf(name)) ?? []), [name, words]]);
  }
  if (!essays.size) return [];
  return [
    element("h4", {}, say("desk.texts")),
    ...[...essays].map(([id, parts]) => essay(one, id, parts, setting, keeper)),
  ];
}

function essay(
  one: Marked,
  id: string,
  parts: [string, string][],
  { key, items, otherShare }: EssaySetting,
  keeper: MarkKeeper,
): HTMLElement {
  const about = key.reflections.get(id);
  // What was assigned decides; else what the rubric's lines bring together.
  const most = items?.find((item) => item.kind === "reflection" && item.id === id)?.points ?? about?.points;
  const box = element("div", { className: "essay", role: "group", "aria-label": id });
  box.append(element("h5", {}, id));
  const other = otherShare?.(id);
  if (other) box.append(element("p", { className: "hint" }, say("desk.share-other", { grader: other })));
  if (about) box.append(element("p", { className: "prompt" }, about.prompt));
  const words = element("div", { className: "words" });
  for (const [name, text] of parts) {
    if (parts.length > 1) words.append(element("h6", {}, name.split("/").at(-1) ?? name));
    words.append(element("p", {}, text));
  }
  const sides = element("div", { className: "sides" });
  sides.append(words);
  const criteria = criteriaOf(about).length > 0;
  if (about?.rubric?.length && !criteria) {
    const rubric = element("div", { className: "rubric" });
    const lines = element("ul");
    lines.append(
      ...about.rubric.map(({ text, points }) => element("li", {}, say("desk.rubric-line", { text, points }))),
    );
    rubric.append(element("h6", {}, say("desk.rubric")), lines);
    sides.append(rubric);
  }
  if (criteria && about) {
    const whole = criteriaOf(about).reduce((sum, { of }) => sum + of, 0);
    sides.append(rubricForm(one, { kind: "reflection", id, points: most ?? whole }, about, keeper));
  }
  box.append(sides, ...(criteria ? [] : [points(id, most, keeper)]));
  return box;
}

function points(id: string, most: number | undefined, keeper: MarkKeeper): HTMLElement {
  const [text, here] = [`reflection/${id}`, `desk-points-${id}`];
  const input = element("input", {
    id: here,
    type: "number",
    min: "0",
    step: "0.5",
    ...(most && { max: String(most) }),
  });
  const comment = element("textarea", { id: `desk-comment-${id}`, rows: 2, maxLength: 10_000 });
  const said = element("p", { role: "status" });
  const before = keeper.mine(text);
  if (before && before.points !== null) input.value = String(before.points);
  comment.value = before?.comment ?? "";
  const others = otherMarks(text, keeper, () => {
    if (input.value === "") input.focus();
    else keep(true);
  });
  const keep = (decides: boolean): void => {
    if (!input.reportValidity()) return;
    const given = input.value === "" ? null : input.valueAsNumber;
    if (given === null && !keeper.mine(text)) return;
    keeper.keep({ text, points: given, comment: comment.value.trim(), ...(decides && { decides: true as const }) });
    said.textContent = given === null ? "" : say("desk.marked-by-hand", { n: given, points: input.value });
    others.show();
  };
  const bank = bankButtons(keeper.bank, { item: text, criterion: "" }, comment, {
    changed: () => keep(false),
    said: (sentence) => {
      said.textContent = sentence;
    },
  });
  input.addEventListener("change", () => keep(false));
  comment.addEventListener("change", () => keep(false));
  return element(
    "div",
    { className: "points" },
    field(input, say(most ? "desk.points-of" : "desk.points-for", { most: most ?? 0 })),
    field(comment, say("desk.comment")),
    bank.element,
    others.element,
    said,
  );
}
