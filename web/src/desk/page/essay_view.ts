// The free text of one hand-in beside its rubric, and the marks that only a person can give.
import { element } from "../../shared/element";
import { say } from "../../shared/words";
import type { Key } from "../files/answer_key";
import { graderOf } from "../hand_marks/explain";
import { settle } from "../hand_marks/marks";
import type { HandMark, Item, Marked } from "../types";

export interface EssaySetting {
  key: Key;
  items: Item[] | undefined;
}

/** Marks of one hand-in by whoever gave them; `keep` puts one in the place of the same grader's older one. */
export interface MarkKeeper {
  marks(text: string): HandMark[];
  /** The mark of who grades here now. */
  mine(text: string): HandMark | undefined;
  keep(mark: Pick<HandMark, "text" | "points" | "comment" | "decides">): void;
}

/** Which essay a text belongs to: the answers of a memo are one. */
const essayOf = (text: string): string => text.split("/")[1] ?? text;

export function essayViews(one: Marked, setting: EssaySetting, keeper: MarkKeeper): HTMLElement[] {
  const essays = new Map<string, [string, string][]>();
  for (const [name, words] of Object.entries(one.texts)) {
    essays.set(essayOf(name), [...(essays.get(essayOf(name)) ?? []), [name, words]]);
  }
  if (!essays.size) return [];
  return [element("h4", {}, say("desk.texts")), ...[...essays].map(([id, parts]) => essay(id, parts, setting, keeper))];
}

function essay(id: string, parts: [string, string][], { key, items }: EssaySetting, keeper: MarkKeeper): HTMLElement {
  const about = key.reflections.get(id);
  // What was assigned decides; else what the rubric's lines bring together.
  const most = items?.find((item) => item.kind === "reflection" && item.id === id)?.points ?? about?.points;
  const box = element("div", { className: "essay" });
  box.append(element("h5", {}, id));
  if (about) box.append(element("p", { className: "prompt" }, about.prompt));
  const words = element("div", { className: "words" });
  for (const [name, text] of parts) {
    if (parts.length > 1) words.append(element("h6", {}, name.split("/").at(-1) ?? name));
    words.append(element("p", {}, text));
  }
  const sides = element("div", { className: "sides" });
  sides.append(words);
  if (about?.rubric?.length) {
    const rubric = element("div", { className: "rubric" });
    const lines = element("ul");
    lines.append(
      ...about.rubric.map(({ text, points }) => element("li", {}, say("desk.rubric-line", { text, points }))),
    );
    rubric.append(element("h6", {}, say("desk.rubric")), lines);
    sides.append(rubric);
  }
  box.append(sides, points(id, most, keeper));
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
  const list = element("ul");
  const disagree = element("p", { className: "wrong" }, say("desk.disagree"));
  // The button stays the same element: leaving the field of points shows the marks anew before a press is over.
  const decide = element("button", { type: "button" }, say("desk.decide"));
  decide.addEventListener("click", () => {
    if (input.value === "") input.focus();
    else keep(true);
  });
  const others = element("div", { className: "others" });
  others.append(list, disagree, decide);
  const keep = (decides: boolean): void => {
    if (!input.reportValidity()) return;
    const given = input.value === "" ? null : input.valueAsNumber;
    if (given === null && !keeper.mine(text)) return;
    keeper.keep({ text, points: given, comment: comment.value.trim(), ...(decides && { decides: true as const }) });
    said.textContent = given === null ? "" : say("desk.marked-by-hand", { n: given, points: input.value });
    showOthers();
  };
  const showOthers = (): void => {
    const settled = settle(keeper.marks(text));
    const lines = keeper
      .marks(text)
      .filter((mark) => mark !== keeper.mine(text) && mark.points !== null)
      .map((mark) => {
        const values = { grader: graderOf(mark), points: mark.points ?? "", comment: mark.comment ?? "" };
        return element("li", {}, say(mark.comment ? "desk.other-mark-comment" : "desk.other-mark", values));
      });
    list.replaceChildren(...lines);
    list.hidden = !lines.length;
    disagree.hidden = decide.hidden = !settled || settled.points !== undefined;
  };
  input.addEventListener("change", () => keep(false));
  comment.addEventListener("change", () => keep(false));
  showOthers();
  const field = (control: HTMLElement, label: string): HTMLElement => {
    const box = element("div", { className: "field" });
    box.append(element("label", { htmlFor: control.id }, label), control);
    return box;
  };
  const box = element("div", { className: "points" });
  box.append(
    field(input, say(most ? "desk.points-of" : "desk.points-for", { most: most ?? 0 })),
    field(comment, say("desk.comment")),
    others,
    said,
  );
  return box;
}
