// What input() asks: a field under what has been printed so far. Enter sends the answer.
import type { Question } from "../python/protocol";
import { say } from "../shared/words";

let count = 0;

/** A question in the outputs, until it is answered or given up. */
export class InputPrompt {
  readonly answer: Promise<string | null>;
  private end!: (text: string | null) => void;
  private readonly form = document.createElement("form");

  constructor(into: HTMLElement, { prompt, secret }: Question, note = "") {
    const field = document.createElement("input");
    field.type = secret ? "password" : "text";
    field.id = `asked-${++count}`;
    field.autocomplete = "off";
    field.spellcheck = false;
    field.setAttribute("autocapitalize", "off");
    const label = document.createElement("label");
    label.htmlFor = field.id;
    label.textContent = prompt.trim() || say("outputs.ask-nothing");
    const send = document.createElement("button");
    send.textContent = say("outputs.ask-send");
    this.form.className = "asked";
    this.form.append(label, field, send);
    if (note) {
      const line = document.createElement("p");
      line.id = `${field.id}-note`;
      line.textContent = note;
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
