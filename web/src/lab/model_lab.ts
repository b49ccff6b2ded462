// A lab over the model: controls → compiled model → bars or charts, sentence and table, in one frame.
import { loadScript } from "../shared/load_script";
import { say } from "../shared/words";
import { BaseLab } from "./base_lab";
import { asNumbers, readControls } from "./controls/state";
import { computePopulation } from "./evaluate/population";
import { computeRows } from "./evaluate/rows";
import { renderSentences } from "./evaluate/sentences";
import { glide } from "./glide";
import { wakeChart } from "./point_drag";
import { updateBars, updateTable } from "./table";
import { leaveTrace } from "./trace";
import type { Chart, Computed, LabScript, Row, State, Tables } from "./types";
import { letControlsOut, overflow, updateViews, wakeTabs } from "./views";

const TABLE_DELAY = 120; // the table follows when the hand rests: nobody reads 80 rows that move

export class ModelLab extends BaseLab {
  private charts: Chart[] = [];
  private table: number | undefined;
  private shown: Tables = {};
  private state: State = {};
  private busy = false;
  private waiting: number | null = null;
  private moves = 0;
  private less = 0;
  private fitting = Promise.resolve();

  constructor(
    section: HTMLElement,
    private readonly script: LabScript,
  ) {
    super(section, script.plan);
    wakeTabs(section, () => void this.updateCharts().then(() => this.fit()));
    window.addEventListener("resize", () => void this.fit(true));
  }

  /** Compute and draw; while Vega is still drawing, only the newest state waits. */
  async show(since: number, gliding = false): Promise<void> {
    this.moves++;
    if (this.busy) {
      this.waiting ??= since;
      return;
    }
    this.busy = true;
    try {
      if (this.startsMove()) for (const place of this.places()) leaveTrace(place);
      if (gliding) await this.glide();
      await this.render();
      await this.fit();
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

  private places(): HTMLElement[] {
    return [...this.section.querySelectorAll<HTMLElement>("figure .chart")];
  }

  /** Draw what lies between what is shown and what the controls say, unless there is a newer move. */
  private async glide(): Promise<void> {
    if (!this.charts.length) return;
    const move = this.moves;
    const draw = async (state: State): Promise<void> => {
      const { curve, point, people } = this.compute(state);
      this.shown = { curve, point, people };
      await this.updateCharts();
    };
    await glide(this.plan, this.state, this.wanted(), draw, () => move !== this.moves);
  }

  private wanted(): State {
    return asNumbers(this.plan, readControls(this.section, this.plan));
  }

  private compute(state: State): Computed {
    return this.plan.population
      ? computePopulation(this.script, state)
      : computeRows(this.script, state, window.coursekit?.draws ?? {});
  }

  private async render(): Promise<void> {
    this.state = this.wanted();
    const { curve, point, people, readings } = this.compute({ ...this.state });
    this.say(renderSentences(this.script.says, readings));
    updateBars(this.section, this.plan, point);
    updateViews(this.section, this.script, readings, point);
    this.shown = { curve, point, people };
    window.clearTimeout(this.table);
    this.table = window.setTimeout(() => {
      updateTable(this.section, this.plan, [...point, ...curve]);
      void this.fit();
      void this.updateCharts(true); // those under another tab are not seen, but saved with the others
    }, TABLE_DELAY);
    if (this.plan.charts.length && !this.charts.length) await this.draw();
    else await this.updateCharts();
  }

  /** Make the plots as much lower as it takes for picture, sentence and main controls to share the screen; where that
   * is not enough, set all of it in smaller type. Nothing grows back until the window changes: pictures must not jump. */
  private fit(anew = false): Promise<void> {
    // Two at once would both take off what is too much.
    this.fitting = this.fitting.then(() => this.fitOnce(anew)).then(() => letControlsOut(this.section));
    return this.fitting;
  }

  private async fitOnce(anew: boolean): Promise<void> {
    const { dataset } = this.section;
    const shrink = (less: number) => {
      this.less = less;
      return Promise.all(this.charts.map((chart) => chart.shrink(less)));
    };
    if (anew) {
      delete dataset.fit;
      await shrink(0); // charts are still as large as in the window that was
    }
    for (let step = 0; step < 4; step++) {
      const over = overflow(this.section);
      if (over <= 0) return;
      if (step % 2 === 0) await shrink(this.less + over);
      else if (dataset.fit) return;
      else {
        dataset.fit = "compact";
        await shrink(0);
      }
    }
  }

  /** Update the charts that are seen, or all of them. */
  private async updateCharts(all = false): Promise<void> {
    const places = this.places();
    const seen = (i: number): boolean => places[i]?.closest(".view")?.classList.contains("current") ?? true;
    await Promise.all(this.charts.filter((_, i) => all || seen(i)).map((chart) => chart.update(this.shown)));
  }

  private async draw(): Promise<void> {
    const places = this.places();
    try {
      await loadScript("chart.js");
      const draw = window.coursekit?.chart?.draw;
      if (!draw) throw new Error("chart.js");
      this.charts = await Promise.all(
        this.plan.charts.map((chart, i) => draw(places[i] as HTMLElement, chart, this.shown)),
      );
    } catch (error) {
      console.warn(error);
      this.note([say("lab.chart_failed")]);
      return;
    }
    const views = [...this.section.querySelectorAll(".views > .view")];
    this.charts.forEach((chart, i) => {
      const element = places[i] as HTMLElement;
      if (!this.plan.charts[i]?.data.includes("curve")) return;
      const control = this.plan.controls.find((one) => (one.parameter ?? one.name) === this.plan.x?.name);
      const slider = this.section.querySelector<HTMLInputElement>(
        `form.controls input[type=range][name="${CSS.escape(control?.name ?? "")}"]`,
      );
      const view = this.plan.views[views.indexOf(element.closest(".view") as Element)];
      wakeChart({ element, chart, plan: this.plan, view, slider, rows: () => this.shown.curve ?? [] });
    });
  }
}
