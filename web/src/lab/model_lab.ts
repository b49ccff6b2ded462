// A lab over the model: controls → compiled model → bars or charts, sentence and table, in one frame.
import { loadScript } from "../shared/load_script";
import { say } from "../shared/words";
import { BaseLab } from "./base_lab";
import { asNumbers, readControls } from "./controls/state";
import { computePopulation } from "./evaluate/population";
import { computeRows } from "./evaluate/rows";
import { renderSentences } from "./evaluate/sentences";
import { updateBars, updateTable } from "./table";
import type { Chart, LabScript, Row, Tables } from "./types";

const TABLE_DELAY = 120; // the table follows when the hand rests: nobody reads 80 rows that move

export class ModelLab extends BaseLab {
  private charts: Chart[] = [];
  private table: number | undefined;
  private shown: Tables = {};
  private busy = false;
  private waiting: number | null = null;

  constructor(
    section: HTMLElement,
    private readonly script: LabScript,
  ) {
    super(section, script.plan);
  }

  /** Compute and draw; while Vega is still drawing, only the newest state waits. */
  async show(since: number): Promise<void> {
    if (this.busy) {
      this.waiting ??= since;
      return;
    }
    this.busy = true;
    try {
      await this.render();
      const detail = { id: this.plan.id, ms: performance.now() - since };
      this.section.dispatchEvent(new CustomEvent("lab:resolved", { bubbles: true, detail }));
    } finally {
      this.busy = false;
    }
    const next = this.waiting;
    this.waiting = null;
    if (next !== null) await this.show(next);
  }

  rows(): Row[] {
    return [...(this.shown.point ?? []), ...(this.shown.curve ?? [])];
  }

  private async render(): Promise<void> {
    const state = asNumbers(this.plan, readControls(this.section, this.plan));
    const many = this.plan.population;
    const made = many
      ? computePopulation(this.script, state)
      : computeRows(this.script, state, window.coursekit?.draws ?? {});
    const { curve, point, people, readings } = made;
    this.say(renderSentences(this.script.says, readings));
    updateBars(this.section, this.plan, point);
    window.clearTimeout(this.table);
    this.table = window.setTimeout(() => updateTable(this.section, this.plan, [...point, ...curve]), TABLE_DELAY);
    const tables = { curve, point, people };
    this.shown = tables;
    if (this.plan.charts.length && !this.charts.length) await this.draw(tables);
    else await Promise.all(this.charts.map((chart) => chart.update(tables)));
  }

  private async draw(tables: Tables): Promise<void> {
    const places = [...this.section.querySelectorAll<HTMLElement>("figure .chart")];
    try {
      await loadScript("chart.js");
      const draw = window.coursekit?.chart?.draw;
      if (!draw) throw new Error("chart.js");
      this.charts = await Promise.all(
        this.plan.charts.map((chart, i) => draw(places[i] as HTMLElement, chart, tables)),
      );
    } catch (error) {
      console.warn(error);
      this.note([say("lab.chart_failed")]);
    }
  }
}
