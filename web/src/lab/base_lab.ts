// What every lab has: controls that say their value, cases, a note, Reset, and the link to its state.

import { copyText } from "../shared/save_file";
import { say } from "../shared/words";
import { asPython, fullScreen, saveCsv, savePicture } from "./actions";
import { announcer } from "./controls/announcer";
import { showBudgets } from "./controls/budget_view";
import {
  type ControlValues,
  defaultValues,
  labLink,
  readControls,
  setControls,
  showValues,
  stateQuery,
} from "./controls/state";
import { highlightPaths } from "./dependency_diagram";
import { splitBudget } from "./evaluate/budget";
import { formatNumber } from "./evaluate/sentences";
import { openInCell } from "./open_cell";
import type { Plan, Row } from "./types";

export abstract class BaseLab {
  private readonly undoStack: ControlValues[] = [];
  private settled: ControlValues;
  private readonly announce: (sentence: string) => void;
  protected moving = false;

  constructor(
    readonly section: HTMLElement,
    readonly plan: Plan,
  ) {
    this.settled = readControls(section, plan);
    this.announce = announcer(section.querySelector(".stage") ?? section);
    const form = section.querySelector("form.controls");
    form?.addEventListener("input", (event) => {
      this.markPreset(-1);
      this.splitBudgets(event.target as HTMLElement);
      this.change(event.timeStamp);
      highlightPaths(section, (event.target as HTMLInputElement).name);
    });
    form?.addEventListener("change", () => {
      this.rememberMove();
      this.moving = false;
    });
    form?.addEventListener("submit", (event) => event.preventDefault());
    section.addEventListener("click", (event) => this.onClick(event));
    // What prints the page asks how the lab stands (web/src/print).
    section.addEventListener("coursekit:state", (event) => {
      (event as CustomEvent<{ query: string }>).detail.query = stateQuery(plan, readControls(section, plan));
    });
  }

  /** Show what the controls are set to; `since` is when the reader moved them. */
  abstract show(since: number, gliding?: boolean): Promise<void>;

  /** The rows that are plotted now. */
  abstract rows(): Row[];

  /** Set what is given, leave the rest at its default, and show it. */
  async set(keys: ControlValues, gliding = false): Promise<void> {
    setControls(this.section, { ...defaultValues(this.plan), ...keys });
    this.rememberMove();
    this.moving = false;
    this.showValues();
    await this.show(performance.now(), gliding);
    this.moving = false;
  }

  /** Whether what is shown next is the first of a move: until the hand rests, a move goes on. */
  protected startsMove(): boolean {
    const starts = !this.moving;
    this.moving = true;
    return starts;
  }

  /** Say what a link could not set above the controls, and what a tool has to say beside the tools. */
  note(notes: string[], beside: ".controls" | ".tools" = ".controls"): void {
    const place = this.section.querySelector<HTMLElement>(".note");
    if (!place) return;
    if (!place.closest(beside))
      this.section
        .querySelector(beside)
        ?.insertAdjacentElement(beside === ".tools" ? "beforeend" : "afterbegin", place);
    place.textContent = notes.join(" ");
    place.hidden = notes.length === 0;
  }

  protected say(sentence: string): void {
    const place = this.section.querySelector(".says");
    if (!place || place.textContent === sentence) return;
    place.textContent = sentence;
    this.announce(sentence);
  }

  /** A budget's other parts give way to the one that is moved, from where they stood when the move began. */
  private splitBudgets(moved: HTMLElement): void {
    const { name = "", value = "" } = moved as HTMLInputElement;
    const budget = this.plan.budgets.find((one) => one.parts.includes(name));
    if (budget) setControls(this.section, splitBudget(budget, this.settled, { [name]: value }) ?? {});
  }

  private showValues(): void {
    showValues(this.section);
    if (this.plan.budgets.length)
      showBudgets(this.section, this.plan.budgets, readControls(this.section, this.plan), formatNumber);
  }

  private change(since: number): void {
    this.showValues();
    void this.show(since);
  }

  private markPreset(preset: number): void {
    for (const button of this.section.querySelectorAll("[data-preset]")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-preset") === String(preset)));
    }
    for (const story of this.section.querySelectorAll<HTMLElement>("[data-story]")) {
      story.hidden = story.dataset.story !== String(preset);
    }
  }

  /** Remember where the controls stood before this move, so that it can be undone. */
  private rememberMove(): void {
    const now = readControls(this.section, this.plan);
    if (JSON.stringify(now) === JSON.stringify(this.settled)) return;
    this.undoStack.push(this.settled);
    this.settled = now;
  }

  private async undo(): Promise<void> {
    const before = this.undoStack.pop();
    if (!before) return;
    this.settled = before;
    this.markPreset(-1);
    await this.set(before);
  }

  private onClick(event: MouseEvent): void {
    const { preset, do: action } = (event.target as Element).closest<HTMLElement>("button")?.dataset ?? {};
    if (preset !== undefined) {
      this.markPreset(Number(preset));
      void this.set(this.plan.presets[Number(preset)] ?? {}, true);
      // A case is a move of the lab too: it passes the prediction that waits for one.
      this.section.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (action) {
      this.note([]);
      void this.runAction(action);
    }
  }

  private async runAction(action: string): Promise<void> {
    const keys = readControls(this.section, this.plan);
    switch (action) {
      case "reset":
        this.markPreset(-1);
        return this.set({});
      case "undo":
        return this.undo();
      case "link": {
        const url = labLink(this.plan, keys);
        history.replaceState(null, "", url);
        return this.note(
          [(await copyText(url)) ? say("lab.copied") : say("lab.copy_by_hand", { link: url })],
          ".tools",
        );
      }
      case "python": {
        const code = asPython(this.plan, keys);
        return this.note([(await copyText(code)) ? say("lab.python_copied") : code], ".tools");
      }
      case "editor":
        return openInCell(this.section, this.plan.id, asPython(this.plan, keys)).catch(() =>
          this.note([say("lab.no_editor")], ".tools"),
        );
      case "csv":
        return saveCsv(this.plan, this.rows());
      case "png":
      case "svg":
        if (!(await savePicture(this.section, this.plan, action))) this.note([say("lab.no_picture")], ".tools");
        return;
      case "full":
        if (!(await fullScreen(this.section))) this.note([say("lab.no_full")], ".tools");
        return;
    }
  }
}
