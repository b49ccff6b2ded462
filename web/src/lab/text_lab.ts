// A lab over texts: one choice, and the passage, the sentence and the table's rows of what is chosen.
import { BaseLab } from "./base_lab";
import { readControls } from "./controls/state";
import type { Plan, Row } from "./types";

/** A reader has no script of its own: its plan is what stands in its section. */
function planOf(section: HTMLElement): Plan {
  const select = section.querySelector<HTMLSelectElement>("form.controls select");
  const options = [...(select?.options ?? [])].map((option) => option.value);
  const control = { name: select?.name ?? "", kind: "choice" as const, default: options[0] ?? "", options };
  const id = section.dataset.lab ?? "";
  return { id, controls: [control], presets: [], charts: [], ...EMPTY_PLAN };
}

const EMPTY_PLAN = {
  package: "",
  budgets: [],
  defaults: {},
  compare: {},
  compared: null,
  show: [],
  x: null,
  curve_draws: 0,
  point_draws: 0,
  interval: [0, 1] as [number, number],
  bars: null,
  views: [],
};

export class TextLab extends BaseLab {
  constructor(section: HTMLElement) {
    super(section, planOf(section));
  }

  rows(): Row[] {
    return [];
  }

  async show(since: number): Promise<void> {
    const chosen = String(readControls(this.section, this.plan)[this.plan.controls[0]?.name ?? ""]);
    let sentence = "";
    for (const part of this.section.querySelectorAll<HTMLElement>("[data-key]")) {
      part.hidden = part.dataset.key !== chosen;
      if (!part.hidden) sentence ||= part.dataset.says ?? "";
    }
    this.say(sentence);
    const detail = { id: this.plan.id, ms: performance.now() - since };
    this.section.dispatchEvent(new CustomEvent("lab:resolved", { bubbles: true, detail }));
  }
}
