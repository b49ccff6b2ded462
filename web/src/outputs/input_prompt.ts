// What input() asks: a field under what has been printed so far. Enter sends the answer.

import type { Question } from "../python/protocol";
import { element } from "../shared/element";
import { say } from "../shared/words";

let count = 0;

/** A question in the outputs, until it is answered or given up. */
export class InputPrompt {
  readonly answer: Promise<string | null>;
  private end!: (text: string | null) => void;
  private readonly form = element("form", { className: "asked" });

  constructor(into: HTMLElement, { prompt, secret }: Question, note = "") {
    const field = element("input", {
      type: secret ? "password" : "text",
      id: `asked-${++count}`,
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: false,
    });
    const label = element("label", { htmlFor: field.id }, prompt.trim() || say("outputs.ask-nothing"));
    this.form.append(label, field, element("button", {}, say("outputs.ask-send")));
    if (note) {
      const line = element("p", { id: `${field.id}-note` }, note);
      field.setAttribute("aria-describedby", line.id);
      this.form.append(line);
    }
    const away = document.activeElement;
    this.answer = new Promise((resolve) => {
      this.end = (text) => {
        const had = this.form.contains(document.activeElement);
        this.form.remove();
        // The keyboard goes back to where the run was begun.
        if (had && away instanceof HTMLElement && away.isConnected) away.focus({ preventScroll: true });
        resolve(text);
      };
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.end(field.value);
    });
    into.append(this.form);
    // Only where the learner is still at this cell: nobody is torn away from other work.
    if (!away || away === document.body || into.closest("section")?.contains(away))
      field.focus({ preventScroll: false });
  }

  /** Give up. */
  cancel(): void {
    this.end(null);
  }
}
