// The kept comments beside a field for a comment: each is put into it by a press, or by a letter.
import { button, element } from "../../../shared/element";
import { say } from "../../../shared/words";
import type { CommentBank } from "./comment_bank";

/** Without "e", which a field for a number takes. */
const LETTERS = "abcdfghijklmnopqrstuvwxyz";

export interface BankButtons {
  element: HTMLElement;
  /** Put in the comment that has this letter; false if none has. */
  insert(letter: string): boolean;
}

/** `field` is the comment's; `changed` is called after a comment was put in; `said` with what happened. */
export function bankButtons(
  bank: CommentBank,
  place: { item: string; criterion: string },
  field: HTMLTextAreaElement,
  on: { changed(): void; said(text: string): void },
): BankButtons {
  const list = element("ul", { className: "bank", "aria-label": say("desk.bank-of", { criterion: place.criterion }) });
  const add = (text: string): void => {
    if (field.value.split("\n").includes(text)) {
      on.said(say("desk.bank-there"));
      return;
    }
    field.value = [field.value.trim(), text].filter(Boolean).join("\n");
    on.said(say("desk.bank-put", { text }));
    on.changed();
    update();
  };
  const keep = button("", () => {
    const text = field.value.trim();
    if (!text) {
      field.focus();
      return;
    }
    bank.toggle({ ...place, text });
    on.said(say(bank.of(place.item, place.criterion).includes(text) ? "desk.bank-kept" : "desk.bank-dropped"));
    show();
  });
  const update = (): void => {
    const kept = bank.of(place.item, place.criterion).includes(field.value.trim());
    keep.textContent = say(kept ? "desk.bank-drop" : "desk.bank-keep");
  };
  const show = (): void => {
    const entries = bank.of(place.item, place.criterion).map((text, n) => {
      const letter = LETTERS[n] ?? "";
      const put = button(letter ? say("desk.bank-line", { letter, text }) : text, () => add(text));
      if (letter) put.setAttribute("aria-keyshortcuts", letter);
      return element("li", {}, put);
    });
    list.replaceChildren(...entries);
    list.hidden = !entries.length;
    update();
  };
  field.addEventListener("input", update);
  show();
  return {
    element: element("div", { className: "from-bank" }, list, keep),
    insert(letter) {
      const number = LETTERS.indexOf(letter);
      const text = letter ? bank.of(place.item, place.criterion)[number] : undefined;
      if (number < 0 || text === undefined) return false;
      add(text);
      return true;
    },
  };
}
