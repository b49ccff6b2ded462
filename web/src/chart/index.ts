// Vega, cut down to what the labs' charts use: their specifications come parsed from the build,
// and its interpreter needs no eval. Learners' own charts have the whole of Vega-Lite (outputs/).
import { transforms } from "vega-dataflow";
import * as encode from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import * as basic from "vega-transforms";
import type { Runtime } from "vega-typings";
import { View } from "vega-view";
import * as placed from "vega-view-transforms";
import type { Chart, ParsedChart, Row } from "../lab/types";

Object.assign(transforms, basic, placed, encode);

const FONT_READY = 1500;

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
  const width = (): number => Math.max(240, Math.floor(element.clientWidth));
  const fill = (tables: Record<string, Row[]>): void => {
    for (const [name, rows] of Object.entries(tables)) if (chart.data.includes(name)) view.data(name, rows);
  };
  view.width(width());
  fill(data);
  await view.initialize(place).runAsync();
  element.replaceChildren(place);
  new ResizeObserver(() => {
    if (Math.abs(view.width() - width()) > 1) void view.width(width()).resize().runAsync();
  }).observe(element);
  return {
    view,
    update: async (tables) => {
      fill(tables);
      await view.runAsync();
    },
  };
}

window.coursekit = { ...window.coursekit, chart: { draw } };
