// bundle: vegalite
// The whole of Vega-Lite and Vega, for charts that a learner's code made; loaded when the first one is to be shown.
import { loader, parse, read, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { say } from "../shared/words";
import type { Drawer, DrawnChart } from "./chart_output";
import { type Spec, splitSpec, TITLE_PARAMETER } from "./chart_shape";

/** Loads only what is in the output itself: never an address. */
function noLoader(): ReturnType<typeof loader> {
  const made = loader();
  const refuse = (): Promise<never> => Promise.reject(new Error(say("outputs.remote-data")));
  made.load = refuse;
  made.sanitize = refuse;
  return made;
}

/** Colours and letters of the page around the chart, unless the chart names its own. */
function pageConfig(): Record<string, unknown> {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  const [ink, soft, rule] = [value("--ink", "#1d2530"), value("--soft", "#56616f"), value("--rule", "#dcd8ce")];
  const font = value("--sans", "sans-serif");
  return {
    background: "transparent",
    font,
    mark: { color: value("--tangible", "#17509e") },
    title: { color: ink, anchor: "start" },
    axis: { labelColor: soft, titleColor: ink, gridColor: rule, domainColor: soft, tickColor: soft },
    legend: { labelColor: soft, titleColor: ink },
    header: { labelColor: soft, titleColor: ink },
    text: { color: ink },
    view: { stroke: rule },
    range: {
      category: ["--tangible", "--symbolic", "--challenger", "--good", "--soft"].map((name) => value(name, ink)),
    },
  };
}

async function draw(element: HTMLElement, spec: Record<string, unknown>): Promise<DrawnChart> {
  const { shape, spec: plain, data, title } = splitSpec(spec);
  const whole = { ...plain, datasets: data };
  const said: string[] = [];
  const logger = {
    level: () => logger,
    error: (...words: unknown[]) => {
      said.push(words.join(" "));
      return logger;
    },
    // Data that could not be had is only a warning to Vega, and an empty chart to the learner.
    warn: (...words: unknown[]) => {
      if (String(words[0]).startsWith("Loading failed")) said.push(say("outputs.remote-data"));
      return logger;
    },
    info: () => logger,
    debug: () => logger,
  };
  const { spec: vega } = compile(whole as unknown as TopLevelSpec, { config: pageConfig(), logger: logger as never });
  const view = new View(parse(vega, undefined, { ast: true }), {
    renderer: "svg",
    expr: expressionInterpreter,
    loader: noLoader(),
    logger: logger as never,
    hover: true,
  });
  if (title) view.signal(TITLE_PARAMETER, title);
  await view.initialize(element).runAsync();
  if (said.length) {
    view.finalize();
    throw new Error(said[0]);
  }
  const formats = new Map((vega.data ?? []).map((one) => [one.name, (one as { format?: Spec }).format]));

  /** Give the drawn chart other rows and another title: far quicker than drawing it anew. */
  async function update(other: Spec): Promise<boolean> {
    const next = splitSpec(other);
    if (next.shape !== shape || !Object.keys(next.data).every((name) => formats.has(name))) return false;
    for (const [name, rows] of Object.entries(next.data)) {
      view.data(name, read(rows as never, { type: "json", ...formats.get(name) } as never) as unknown[]);
    }
    if (next.title) view.signal(TITLE_PARAMETER, next.title);
    await view.runAsync();
    return !said.length;
  }
  return { end: () => view.finalize(), update, view };
}

const chartDrawer: Drawer = { draw };
const page = window as unknown as { coursekit?: Record<string, unknown> };
page.coursekit = { ...page.coursekit, vegalite: chartDrawer };
