// A learner's Altair chart: Vega-Lite as Python gave it, drawn by the page's own copy of Vega.
import { loadScript } from "../load";
import { say } from "../words";

const SCRIPT = "vegalite.js";
/** The MIME types of Altair's charts, of whatever version. */
export const CHART = /^application\/vnd\.vegalite\.v\d+(\.\d+)*(\+json|\.json)$/;

export interface Drawer {
  /** Draws, and gives what ends the chart's life. */
  draw(element: HTMLElement, spec: Record<string, unknown>): Promise<() => void>;
}

interface Drawn {
  figure: HTMLElement;
  draw(): Promise<void>;
  end(): void;
}

const shown = new Set<Drawn>();
// A chart takes the page's colours as it is drawn: when they change it is drawn anew.
document.addEventListener("coursekit:theme", () => shown.forEach((one) => void one.draw()));

/** End the charts inside `box`, which is to be emptied: nothing of them may stay behind, run after run. */
export function release(box: HTMLElement): void {
  for (const one of shown) {
    if (!box.contains(one.figure)) continue;
    one.end();
    shown.delete(one);
  }
}

function note(element: HTMLElement, text: string): void {
  const line = document.createElement("p");
  line.textContent = text;
  element.replaceChildren(line);
}

/** Draw `spec` in an element of its own, which is returned at once. */
export function drawing(spec: Record<string, unknown>): HTMLElement {
  const figure = document.createElement("div");
  figure.className = "drawing";
  figure.dataset["state"] = "loading";
  figure.tabIndex = 0; // a chart wider than the page scrolls, by keyboard too
  figure.setAttribute("role", "group");
  figure.setAttribute("aria-label", title(spec));
  note(figure, say("outputs.chart-loading"));
  let end: (() => void) | undefined;
  const draw = async (): Promise<void> => {
    try {
      await loadScript(SCRIPT);
      const drawer = (window as unknown as { coursekit?: { vegalite?: Drawer } }).coursekit?.vegalite;
      if (!drawer) throw new Error(SCRIPT);
      const place = document.createElement("div");
      const last = end;
      end = await drawer.draw(place, spec);
      last?.();
      if (!shown.has(self)) end(); // the box was emptied while this was being drawn
      figure.replaceChildren(place);
      figure.dataset["state"] = "ready";
    } catch (error) {
      figure.dataset["state"] = "failed";
      note(figure, say("outputs.chart-failed", { detail: (error as Error).message }));
    }
  };
  const self: Drawn = { figure, draw, end: () => end?.() };
  shown.add(self);
  void draw();
  return figure;
}

function title(spec: Record<string, unknown>): string {
  const given = spec["title"];
  if (typeof given === "string") return given;
  const text = (given as { text?: unknown } | undefined)?.text;
  return typeof text === "string" ? text : say("outputs.chart");
}
