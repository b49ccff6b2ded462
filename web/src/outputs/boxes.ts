// The boxes that outputs stand in: text, text that is folded when it grows long, and what scrolls within itself.
import { Fold } from "./fold";

/** A part that scrolls within itself, by keyboard too. */
export function scrollable(inside: Node, kind: string): HTMLElement {
  const box = document.createElement("div");
  box.className = `scroll ${kind}`;
  box.tabIndex = 0;
  box.append(inside);
  return box;
}

export function text(content: string, kind: string): HTMLElement {
  const pre = document.createElement("pre");
  pre.className = kind;
  pre.textContent = content;
  return pre;
}

/** Text that is folded when it grows long: one element, with its button in it. */
export function foldable(pre: HTMLElement): { whole: HTMLElement; fold: Fold } {
  const whole = document.createElement("div");
  const box = scrollable(pre, "text");
  whole.append(box);
  return { whole, fold: new Fold(box) };
}
