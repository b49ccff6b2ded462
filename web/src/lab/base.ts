// What every lab has: controls that say their value, cases, a note, Reset, and the link to its state.
import { say } from "../words";
import { link, readControls, setControls, showValues, type Keys } from "./state";
import type { Plan } from "./types";

export abstract class BaseLab {
  constructor(
    readonly section: HTMLElement,
    readonly plan: Plan,
  ) {
    const form = section.querySelector("form.controls");
    form?.addEventListener("input", (event) => {
      this.press(-1);
      this.govern(event.target as HTMLElement);
      this.change(event.timeStamp);
    });
    form?.addEventListener("submit", (event) => event.preventDefault());
    section.addEventListener("click", (event) => this.click(event));
  }

  /** Show what the controls are set to; `since` is when the reader moved them. */
  abstract show(since: number): Promise<void>;

  /** Set what is given, leave the rest at its default, and show it. */
  async set(keys: Keys): Promise<void> {
    const defaults = Object.fromEntries(this.plan.controls.map((one) => [one.name, one.default]));
    setControls(this.section, { ...defaults, ...keys });
    showValues(this.section);
    await this.show(performance.now());
  }

  note(notes: string[]): void {
    const place = this.section.querySelector<HTMLElement>(".note");
    if (!place) return;
    place.textContent = notes.join(" ");
    place.hidden = notes.length === 0;
  }

  protected say(sentence: string): void {
    const place = this.section.querySelector(".says");
    if (place && place.textContent !== sentence) place.textContent = sentence;
  }

  /** A control that counts only under another's setting brings that setting about when it is moved. */
  private govern(moved: HTMLElement): void {
    const [name, key] = moved.closest<HTMLElement>("[data-when]")?.dataset["when"]?.split("=", 2) ?? [];
    if (name && key) setControls(this.section, { [name]: key });
  }

  private change(since: number): void {
    showValues(this.section);
    void this.show(since);
  }

  private press(preset: number): void {
    for (const button of this.section.querySelectorAll("[data-preset]")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-preset") === String(preset)));
    }
    for (const story of this.section.querySelectorAll<HTMLElement>("[data-story]")) {
      story.hidden = story.dataset["story"] !== String(preset);
    }
  }

  private click(event: MouseEvent): void {
    const { preset, do: action } = (event.target as Element).closest<HTMLElement>("button")?.dataset ?? {};
    if (preset !== undefined) {
      this.press(Number(preset));
      void this.set(this.plan.presets[Number(preset)] ?? {});
      // A case is a move of the lab too: it passes the prediction that waits for one.
      this.section.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (action === "reset") {
      this.press(-1);
      this.note([]);
      void this.set({});
    } else if (action === "link") {
      this.copyLink();
    }
  }

  private copyLink(): void {
    const url = link(this.plan, readControls(this.section, this.plan));
    history.replaceState(null, "", url);
    const byHand = (): void => this.note([say("lab.copy_by_hand", { link: url })]);
    if (!navigator.clipboard) return byHand();
    navigator.clipboard.writeText(url).then(() => this.note([say("lab.copied")]), byHand);
  }
}
