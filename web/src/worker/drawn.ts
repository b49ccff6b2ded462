// bundle: drawn-chart
// What a chart draws, as plain data: its specification compiled and run by Vega itself, without a page to draw on.
//
// Checks and marking read a learner's chart through this, so that two specifications which draw the same are the same.
// Everything is told in the data's own terms: a mark stands at a value of its scale, not at a pixel.
import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { type Group, guidesOf, type Part, told, type VegaMark } from "./scenes";

interface Told {
  layers: ReturnType<typeof told>;
  error: string;
}

/** The part without axes, legends and titles: their words are read off the specification, and drawing them takes long. */
function bare(part: Part): Part {
  const { axes: _axes, legends: _legends, title: _title, ...rest } = part;
  return rest.marks ? { ...rest, marks: rest.marks.map(bare) as VegaMark[] } : rest;
}

/** The specification without round corners: Vega-Lite draws such bars inside others, where they no longer tell their row. */
function square(text: string): TopLevelSpec {
  const plain = (key: string, value: unknown): unknown => (key.startsWith("cornerRadius") ? undefined : value);
  return JSON.parse(text, plain) as TopLevelSpec;
}

/** The layers that the specification (JSON) draws, as JSON; or what Vega says against it. */
function drawn(text: string): string {
  const said: string[] = [];
  const logger = {
    level: () => logger,
    error: (...words: unknown[]) => {
      said.push(words.join(" "));
      return logger;
    },
    warn: () => logger,
    info: () => logger,
    debug: () => logger,
  };
  const found: Told = { layers: [], error: "" };
  try {
    const spec = compile(square(text), { logger: logger as never }).spec as unknown as Part;
    const guides = guidesOf(spec);
    const view = new View(parse({ ...bare(spec), autosize: "none" } as never, undefined, { ast: true }), {
      renderer: "none",
      expr: expressionInterpreter,
      logger: logger as never,
    });
    view.run();
    const root = (view.scenegraph() as unknown as { root: { items: Group[] } }).root;
    found.layers = told(spec.marks ?? [], root.items[0]!, [], [], guides);
    view.finalize();
  } catch (error) {
    said.push(String((error as Error).message ?? error));
  }
  found.error = said[0] ?? "";
  return JSON.stringify(found, (_key, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? null : value instanceof Date ? value.getTime() : value,
  );
}

(globalThis as { coursekitDrawn?: typeof drawn }).coursekitDrawn = drawn;
