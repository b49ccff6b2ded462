// A learner's Altair chart: Vega-Lite as Python gave it, drawn by the page's own copy of Vega.
import { loadScript } from "../load";
import { say } from "../words";

const SCRIPT = "vegalite.js";
/** The MIME types of Altair's charts, of whatever version. */
export const CHART = /^application\/vnd\.vegalite\.v\d+(\.\d+)*(\+json|\.json)$/;

export interface Drawer {
  draw(element: HTMLElement, spec: Record<string, unknown>): Promise<void>;
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
  const draw = async (): Promise<void> => {
    try {
      await loadScript(SCRIPT);
      const drawer = (window as unknown as { coursekit?: { vegalite?: Drawer } }).coursekit?.vegalite;
      if (!drawer) throw new Error(SCRIPT);
      const place = document.createElement("div");
      await drawer.draw(place, spec);
      figure.replaceChildren(place);
      figure.dataset["state"] = "ready";
    } catch (error) {
      figure.dataset["state"] = "failed";
      note(figure, say("outputs.chart-failed", { detail: (error as Error).message }));
    }
  };
  void draw();
  // A chart takes the page's colours as it is drawn: when they change it is drawn anew, as long as it is shown.
  const redraw = (): void => {
    if (figure.isConnected) void draw();
    else document.removeEventListener("coursekit:theme", redraw);
  };
  document.addEventListener("coursekit:theme", redraw);
  return figure;
}

function title(spec: Record<string, unknown>): string {
  const given = spec["title"];
  if (typeof given === "string") return given;
  const text = (given as { text?: unknown } | undefined)?.text;
  return typeof text === "string" ? text : say("outputs.chart");
}
