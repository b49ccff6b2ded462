// The pieces of an exercise's section, as the book's build has written them.

import { type Outputs, renderOutputs } from "../outputs";
import { button, element, isEnabled, setEnabled } from "../shared/element";
import { say } from "../shared/words";
import { inlineMarkup } from "./feedback";
import { ProgressBar } from "./progress_bar";

export type State = "idle" | "starting" | "running" | "passed" | "failed" | "error" | "stopped";
export const BUTTON_NAMES = ["run", "check", "stop", "hint", "reset", "undo", "solution", "edit"] as const;
export type ButtonName = (typeof BUTTON_NAMES)[number];

function find<T extends HTMLElement>(section: HTMLElement, selector: string): T {
  const found = section.querySelector<T>(selector);
  if (!found) throw new Error(`${section.id}: ${selector}`);
  return found;
}

export class CodeSection {
  readonly area: HTMLTextAreaElement;
  /** Where what comes is shown: under the editor, or below the widgets that a check leaves there. */
  outputs: Outputs;
  readonly progress: ProgressBar;
  readonly hints: HTMLElement;
  readonly notice: HTMLElement;
  readonly solution: HTMLElement;
  readonly size: HTMLElement;
  readonly runs: HTMLElement;
  private readonly status: HTMLElement;
  private readonly report: HTMLElement;
  private readonly shown: HTMLElement;
  private readonly ofRun: Outputs;

  constructor(readonly section: HTMLElement) {
    this.area = find(section, "textarea");
    this.status = find(section, "[role=status]");
    this.report = find(section, ".report");
    this.hints = section.querySelector<HTMLElement>(".hints") ?? element("div");
    this.notice = find(section, ".notice");
    this.solution = section.querySelector<HTMLElement>(".shown-solution") ?? element("div");
    this.size = find(section, ".size");
    this.runs = find(section, "details.runs");
    this.progress = new ProgressBar(find(section, ".progress"));
    this.shown = find(section, ".outputs");
    this.ofRun = renderOutputs(this.shown);
    this.outputs = this.ofRun;
  }

  get state(): State {
    return (this.section.dataset.state ?? "idle") as State;
  }

  get busy(): boolean {
    return this.state === "starting" || this.state === "running";
  }

  button(name: ButtonName): HTMLButtonElement | null {
    return this.section.querySelector<HTMLButtonElement>(`button[data-do=${name}]`);
  }

  /** Call `act` on each click, unless the button is out of use at that moment. */
  onClick(name: ButtonName, act: () => void): void {
    this.button(name)?.addEventListener("click", (event) => {
      if (isEnabled(event.currentTarget as HTMLElement)) act();
    });
  }

  setEnabled(name: ButtonName, is: boolean): void {
    const button = this.button(name);
    if (button) setEnabled(button, is);
  }

  /** Show `state`, and say `sentence`; `unseen` is for screen readers only. */
  setState(state: State, sentence: string, unseen = ""): void {
    this.section.dataset.state = state;
    this.setEnabled("stop", this.busy);
    for (const name of ["run", "check", "reset", "undo"] as const) this.setEnabled(name, !this.busy);
    if (state !== "starting") this.progress.hide();
    this.status.replaceChildren(inlineMarkup(sentence));
    if (!unseen) return;
    this.status.append(element("span", { className: "unseen" }, ` ${unseen}`));
  }

  /** Show `node` under the sentence, in place of what stood there. */
  showDetails(...nodes: Node[]): void {
    this.report.replaceChildren(...nodes);
  }

  /** Take away what the last run or check left. */
  clear(): void {
    this.endCheck();
    this.ofRun.clear();
    this.report.replaceChildren();
  }

  /** Before a check: a widget that the last run has shown stays and goes on, and what the check shows comes below. */
  clearForCheck(): void {
    if (!this.shown.querySelector(".widgets")) {
      this.clear();
      return;
    }
    this.endCheck();
    this.report.replaceChildren();
    const below = element("div", { className: "of-check" });
    this.shown.after(below);
    this.outputs = renderOutputs(below);
  }

  private endCheck(): void {
    if (this.outputs === this.ofRun) return;
    this.outputs.clear();
    this.section.querySelector(".of-check")?.remove();
    this.outputs = this.ofRun;
  }
}

/** Put a question with its choices into `notice`; choosing ends it. */
export function askInNotice(notice: HTMLElement, question: string, choices: [key: string, act: () => void][]): void {
  const buttons = choices.map(([key, act]) =>
    button(say(key), () => {
      notice.hidden = true;
      act();
    }),
  );
  notice.replaceChildren(element("p", {}, inlineMarkup(question)), element("div", { className: "bar" }, ...buttons));
  notice.hidden = false;
}
