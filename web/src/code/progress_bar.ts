// How far Python has come: a bar by bytes, and in words by step.
import type { Progress } from "../python/protocol";
import { say } from "../shared/words";

const MB = 1e6;

/** Bytes as megabytes with one decimal. */
export const megabytes = (bytes: number): string => (bytes / MB).toFixed(1);

export class ProgressBar {
  private readonly bar = document.createElement("progress");
  private readonly words = document.createElement("span");
  /** Bytes that all of it takes on the way here, compressed: the size that was named beforehand. */
  sent = 0;

  constructor(private readonly box: HTMLElement) {
    this.bar.setAttribute("aria-label", say("exercise.starting"));
    box.replaceChildren(this.words, this.bar);
  }

  show({ step, loaded, total }: Progress): void {
    this.box.hidden = false;
    // What is loaded counts unpacked bytes; say it in the size that was named.
    const named = this.sent || total;
    const values = { loaded: megabytes((loaded / (total || 1)) * named), total: megabytes(named) };
    this.words.textContent = total ? say("exercise.progress", { step: say(step), ...values }) : say(step);
    if (total) {
      this.bar.max = total;
      this.bar.value = Math.min(loaded, total);
    } else {
      this.bar.removeAttribute("value");
    }
  }

  hide(): void {
    this.box.hidden = true;
  }
}
