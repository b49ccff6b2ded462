// A learner's Altair chart: Vega-Lite as Python gave it, drawn by the page's own copy of Vega.
import { element } from "../shared/element";
import { loadScript } from "../shared/load_script";
import { say } from "../shared/words";
import type { ChartView } from "../widgets/host";

const SCRIPT = "vegalite.js";
/** The MIME types of Altair's charts, of whatever version. */
export const VEGALITE_TYPE = /^application\/vnd\.vegalite\.v\d+(\.\d+)*(\+json|\.json)$/;

/** A drawn chart: `update` gives it another spec, if it can. */
export interface DrawnChart {
  end(): void;
  update(spec: Record<string, unknown>): Promise<boolean>;
  view: ChartView;
}

export interface Drawer {
  draw(element: HTMLElement, spec: Record<string, unknown>): Promise<DrawnChart>;
}

interface ChartOutput {
  figure: HTMLElement;
  draw(anew: boolean): Promise<void>;
  turn(spec: Record<string, unknown>): void;
  view(): ChartView | undefined;
  end(): void;
}

const charts = new Set<ChartOutput>();
// A chart takes the page's colours as it is drawn: when they change it is drawn anew.
document.addEventListener("coursekit:theme", () => charts.forEach((one) => void one.draw(true)));

/** End the charts inside `box`, which is to be emptied: nothing of them may stay behind, run after run. */
export function releaseCharts(box: HTMLElement): void {
  for (const one of charts) {
    if (!box.contains(one.figure)) continue;
    one.end();
    charts.delete(one);
  }
}

function note(figure: HTMLElement, text: string): void {
  figure.replaceChildren(element("p", {}, text));
}

/** The chart that is drawn in `figure`. */
export const chartViewIn = (figure: Element): ChartView | undefined =>
  [...charts].find((one) => one.figure === figure)?.view();

/** Have the chart in `figure` show `spec` from now on; false if there is none in it. */
export function updateChart(figure: Element | undefined, spec: Record<string, unknown>): boolean {
  const found = [...charts].find((one) => one.figure === figure);
  found?.turn(spec);
  return Boolean(found);
}

/** Draw `spec` in an element of its own, which is returned at once. */
export function drawChart(spec: Record<string, unknown>): HTMLElement {
  // It takes the focus: a chart wider than the page scrolls, by keyboard too.
  const figure = element("div", {
    className: "drawing",
    tabIndex: 0,
    role: "group",
    "data-state": "loading",
    "aria-label": title(spec),
  });
  note(figure, say("outputs.chart-loading"));
  let life: DrawnChart | undefined;
  let wanted = spec;
  let [busy, again, afresh] = [false, false, false];

  const once = async (anew: boolean): Promise<void> => {
    try {
      if (life && !anew && (await life.update(wanted))) return;
      await loadScript(SCRIPT);
      const drawer = (window as unknown as { coursekit?: { vegalite?: Drawer } }).coursekit?.vegalite;
      if (!drawer) throw new Error(SCRIPT);
      const place = element("div");
      const last = life;
      life = undefined;
      life = await drawer.draw(place, wanted);
      last?.end();
      if (!charts.has(self)) life.end(); // the box was emptied while this was being drawn
      figure.replaceChildren(place);
      figure.dataset.state = "ready";
    } catch (error) {
      figure.dataset.state = "failed";
      note(figure, say("outputs.chart-failed", { detail: (error as Error).message }));
    }
  };
  // While one is drawn, of all that come only the last is drawn after it.
  const draw = async (anew: boolean): Promise<void> => {
    afresh ||= anew;
    again = true;
    if (busy) return;
    busy = true;
    while (again) {
      const now = afresh;
      again = afresh = false;
      await once(now);
    }
    busy = false;
    figure.dispatchEvent(new CustomEvent("coursekit:drawn", { bubbles: true }));
  };
  const turn = (other: Record<string, unknown>): void => {
    wanted = other;
    figure.setAttribute("aria-label", title(other));
    void draw(false);
  };
  const self: ChartOutput = { figure, draw, turn, view: () => life?.view, end: () => life?.end() };
  charts.add(self);
  void draw(true);
  return figure;
}

function title(spec: Record<string, unknown>): string {
  const given = spec.title;
  if (typeof given === "string") return given;
  const text = (given as { text?: unknown } | undefined)?.text;
  return typeof text === "string" ? text : say("outputs.chart");
}
