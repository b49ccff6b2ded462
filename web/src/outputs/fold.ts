// Long printed text shows its beginning, and all of it on demand. What is folded is there all the same: it can be
// searched, copied and read aloud.
import { say } from "../shared/words";

/** Lines that are shown of a longer text. */
const LINES_SHOWN = 24;

export class Fold {
  private lines = 1;
  private button: HTMLButtonElement | undefined;

  /** `box` holds the text; the button comes after it. */
  constructor(private readonly box: HTMLElement) {}

  /** Count what was added. */
  add(text: string): void {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.lines += 1;
    if (this.lines - 1 <= LINES_SHOWN) return;
    if (!this.button) this.fold();
    this.name();
  }

  private get open(): boolean {
    return !this.box.classList.contains("folded");
  }

  private fold(): void {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "unfold";
    button.addEventListener("click", () => {
      this.box.classList.toggle("folded");
      this.box.scrollTop = 0;
      this.name();
    });
    this.button = button;
    this.box.classList.add("folded");
    this.box.after(button);
  }

  private name(): void {
    if (!this.button) return;
    this.button.textContent = this.open
      ? say("outputs.fold")
      : say("outputs.unfold", { n: (this.lines - 1).toLocaleString("en") });
    this.button.setAttribute("aria-expanded", String(this.open));
  }
}
