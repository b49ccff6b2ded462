// How far Python has come: a bar by bytes, and in words by step.

import type { Progress } from "../python/protocol";
import { element } from "../shared/element";
import { say } from "../shared/words";

const MB = 1e6;
/** Milliseconds between two words on a step that takes long. */
const TELL_EVERY = 3000;
/** Milliseconds between two of those words that a screen reader says. */
const SPEAK_EVERY = 9000;

/** Bytes as megabytes with one decimal. */
export const megabytes = (bytes: number): string => (bytes / MB).toFixed(1);

export class ProgressBar {
  private readonly bar = element("progress");
  private readonly words = element("span");
  private readonly spoken = element("span", { className: "unseen", "aria-live": "polite" });
  private spokenAt = 0;
  /** Bytes that all of it takes on the way here, compressed: the size that was named beforehand. */
  sent = 0;

  constructor(private readonly box: HTMLElement) {
    this.bar.setAttribute("aria-label", say("exercise.starting"));
    box.replaceChildren(this.words, this.bar, this.spoken);
  }

  /** What is under way, since when, and what tells that it still is. */
  private readonly since = { words: "", began: 0, timer: undefined as ReturnType<typeof setInterval> | undefined };

  show({ step, loaded, total }: Progress): void {
    if (this.box.hidden) this.spokenAt = performance.now(); // that it begins is said by the exercise's own status
    this.box.hidden = false;
    this.since.timer ??= setInterval(() => this.tellTime(), TELL_EVERY);
    // What is loaded counts unpacked bytes; say it in the size that was named.
    const named = this.sent || total;
    const values = { loaded: megabytes((loaded / (total || 1)) * named), total: megabytes(named) };
    const words = total ? say("exercise.progress", { step: say(step), ...values }) : say(step);
    if (words !== this.since.words) Object.assign(this.since, { words, began: performance.now() });
    this.words.textContent = words;
    if (total) {
      this.bar.max = total;
      this.bar.value = Math.min(loaded, total);
    } else {
      this.bar.removeAttribute("value");
    }
  }

  /** A step that takes long says for how long: silence looks like an end. */
  private tellTime(): void {
    const seconds = Math.round((performance.now() - this.since.began) / 1000);
    if (seconds >= TELL_EVERY / 1000)
      this.words.textContent = say("exercise.progress-time", { words: this.since.words, seconds });
    if (performance.now() - this.spokenAt < SPEAK_EVERY) return;
    this.spokenAt = performance.now();
    this.spoken.textContent = this.words.textContent;
  }

  hide(): void {
    clearInterval(this.since.timer);
    this.since.timer = undefined;
    this.box.hidden = true;
    this.spoken.replaceChildren();
  }
}
