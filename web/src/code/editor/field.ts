// Where the learner writes: a plain text area from the first moment, the editor in its place once that has loaded.

import { loadScript } from "../../shared/load_script";
import { pageGlobal } from "../../shared/page_global";
import type { CompletionSource, EditorMaker, Field } from "../types";

/** Take over the page's text area; `onChange` is called after every change by the learner or by `set`. */
export function createField(
  area: HTMLTextAreaElement,
  label: string,
  onChange: () => void,
  names?: CompletionSource,
): Field {
  area.addEventListener("input", onChange);
  let inner: Field = {
    value: () => area.value,
    set: (text) => {
      area.value = text;
      area.rows = rowsFor(text);
      onChange();
    },
    focus: () => area.focus(),
  };

  function replaceByEditor(): void {
    const maker = pageGlobal<{ editor?: EditorMaker }>("coursekit", () => ({})).editor;
    const box = area.parentElement;
    if (!maker || !box) return;
    const focused = document.activeElement === area;
    const frame = document.createElement("div");
    frame.className = "code-editor";
    area.after(frame);
    const describedBy = area.getAttribute("aria-describedby") ?? "";
    inner = maker.create(frame, { text: area.value, label, describedBy, onChange, ...(names && { names }) });
    box.querySelector<HTMLElement>(".keys")?.removeAttribute("hidden");
    box.querySelector("label")?.remove();
    area.remove();
    if (focused) inner.focus();
  }

  // Where it cannot be loaded the text area stays, and does.
  whenNear(area, () => void loadScript("editor.js").then(replaceByEditor, () => undefined));
  return { value: () => inner.value(), set: (text) => inner.set(text), focus: () => inner.focus() };
}

/** Lines to show: all of a short text, a screenful of a long one. */
export function rowsFor(text: string): number {
  return Math.min(30, Math.max(6, text.split("\n").length + 1));
}

/**
 * How long a field stays near, without scrolling, before its editor is fetched: who only scrolls past fetches nothing.
 * It is counted in steps, so that a page that is busy for a moment does not take that for the reader's rest.
 */
const REST = { steps: 4, ms: 300 };

/** Call `act` once `element` has stayed in or near view for a moment, or at once when the reader turns to it. */
function whenNear(element: HTMLElement, act: () => void): void {
  if (!("IntersectionObserver" in window)) {
    act();
    return;
  }
  let timer: number | undefined;
  let isNear = false;
  const begin = (): void => {
    near.disconnect();
    window.clearTimeout(timer);
    window.removeEventListener("scroll", wait);
    for (const event of TURNS) element.removeEventListener(event, begin);
    act();
  };
  const count = (steps: number): void => {
    timer = window.setTimeout(() => (steps > 1 ? count(steps - 1) : begin()), REST.ms);
  };
  const wait = (): void => {
    window.clearTimeout(timer);
    if (isNear) count(REST.steps);
  };
  const near = new IntersectionObserver(
    (seen) => {
      isNear = seen.at(-1)?.isIntersecting ?? false;
      wait();
    },
    { rootMargin: "600px" },
  );
  near.observe(element);
  window.addEventListener("scroll", wait, { passive: true });
  for (const event of TURNS) element.addEventListener(event, begin, { once: true });
}

const TURNS = ["focus", "pointerdown"] as const;
