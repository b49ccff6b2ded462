// The boxes that outputs stand in: text, text that is folded when it grows long, and what scrolls within itself.
import { element } from "../shared/element";
import { say } from "../shared/words";
import { Fold } from "./fold";

/** A part that scrolls within itself, by keyboard too: what Tab stops at has a name. */
export function scrollable(inside: Node, kind: "text" | "html"): HTMLElement {
  const name = say(`outputs.scrolls-${kind}`);
  return element("div", { className: `scroll ${kind}`, tabIndex: 0, role: "group", ariaLabel: name }, inside);
}

export function text(content: string, kind: string): HTMLElement {
  return element("pre", { className: kind }, content);
}

/** Text that is folded when it grows long: one element, with its button in it. */
export function foldable(pre: HTMLElement): { whole: HTMLElement; fold: Fold } {
  const box = scrollable(pre, "text");
  return { whole: element("div", {}, box), fold: new Fold(box) };
}
