// Vega, cut down to what the labs' charts use: their specifications come parsed from the build,
// and its interpreter needs no eval. Learners' own charts have the whole of Vega-Lite (outputs/).
import { transforms } from "vega-dataflow";
import * as encode from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import * as basic from "vega-transforms";
import type { Runtime } from "vega-typings";
import { View } from "vega-view";
import * as placed from "vega-view-transforms";
import { enlargement } from "../lab/enlarged";
import type { Chart, ParsedChart, Row } from "../lab/types";

Object.assign(transforms, basic, placed, encode);

const FONT_READY = 1500;

const PHONE = 640; // px of width up to which picture, answer and controls stand below each other

/** How high a chart's plot is, so that picture, sentence and main controls share a screen; low ones stay as they are. */
export function plotHeight(planned: number, lab: HTMLElement | null, less: number, scale = 1): number {
  if (planned < 100 || !lab) return planned;
  const most = lab.clientWidth < PHONE ? 0.26 * innerHeight : 0.4 * innerHeight;
  const alone = document.fullscreenElement === lab || lab.closest(".bench-of-slide") !== null;
  const grown = alone ? 2 * planned : 1.2 * planned;
  return Math.round(Math.max((lab.dataset.fit ? 84 : 110) / (alone ? scale : 1), Math.min(grown, most) - less));
}

/** Lay a chart out for its new size; the faint copy of what was there before a move has the old size, and goes. */
function resized(element: HTMLElement, view: View): View {
  element.querySelector(":scope > .trace")?.remove();
  return view.resize();
}

/** Draw a parsed chart into `element`; the chart follows the element's width. */
async function draw(element: HTMLElement, chart: ParsedChart, data: Record<string, Row[]>): Promise<Chart> {
  // Vega measures text to place it: wait for the face, but not for ever.
  const faces = Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 13px "Source Sans 3"`)));
  await Promise.race([faces, new Promise((done) => setTimeout(done, FONT_READY))]);
  const place = document.createElement("div");
  const view = new View(structuredClone(chart.spec) as Runtime, {
    renderer: "svg",
    expr: expressionInterpreter,
    hover: false,
  });
  // A chart under another tab has no width of its own: the pictures of a lab are equally wide.
  const width = (): number =>
    Math.max(200, Math.floor(element.clientWidth || (element.closest("figure")?.clientWidth ?? 0)));
  const fill = (tables: Record<string, Row[]>): void => {
    for (const [name, rows] of Object.entries(tables)) if (chart.data.includes(name)) view.data(name, rows);
  };
  const planned = view.height();
  let less = 0;
  const height = (): number => plotHeight(planned, element.closest<HTMLElement>(".lab"), less, enlargement(element));
  view.width(width()).height(height());
  fill(data);
  await view.initialize(place).runAsync();
  element.replaceChildren(place);
  const fit = async (): Promise<void> => {
    if (Math.abs(view.width() - width()) > 1 || Math.abs(view.height() - height()) > 1)
      await resized(element, view.width(width()).height(height())).runAsync();
  };
  new ResizeObserver(() => void fit()).observe(element);
  return {
    view,
    shrink: async (by) => {
      less = by;
      await fit();
    },
    update: async (tables) => {
      fill(tables);
      await view.runAsync();
    },
  };
}

window.coursekit = { ...window.coursekit, chart: { draw } };
