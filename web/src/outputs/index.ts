// bundle: none
// What a run shows: printed text, tables, charts, pictures and errors, each put into the page safely.
import type { Mime, Output, Question } from "../python/protocol";
import { sanitizeHtml } from "../shared/sanitize_html";
import { say } from "../shared/words";
import type { Host, Rendered } from "../widgets/host";
import { releaseWidgets, widgetId, widgetPlace } from "../widgets/widget_place";
import { chartViewIn, drawChart, releaseCharts, updateChart, VEGALITE_TYPE } from "./chart_output";
import { Fold } from "./fold";
import { InputPrompt } from "./input_prompt";
import { renderMarkdown } from "./markdown_output";
import styles from "./outputs.css";

/** Outputs of one run; the Python side cuts text, this cuts a loop that displays for ever. */
const MAX_OUTPUTS = 200;

function addStyles(): void {
  if (document.getElementById("outputs-style")) return;
  const style = document.createElement("style");
  style.id = "outputs-style";
  style.textContent = styles;
  document.head.append(style);
}

/** A part that scrolls within itself, by keyboard too. */
function scrollable(inside: Node, kind: string): HTMLElement {
  const box = document.createElement("div");
  box.className = `scroll ${kind}`;
  box.tabIndex = 0;
  box.append(inside);
  return box;
}

function text(content: string, kind: string): HTMLElement {
  const pre = document.createElement("pre");
  pre.className = kind;
  pre.textContent = content;
  return pre;
}

/** Text that is folded when it grows long: one element, with its button in it. */
function foldable(pre: HTMLElement): { whole: HTMLElement; fold: Fold } {
  const whole = document.createElement("div");
  const box = scrollable(pre, "text");
  whole.append(box);
  return { whole, fold: new Fold(box) };
}

function picture(type: string, content: string): HTMLElement {
  const image = document.createElement("img");
  const body = type === "image/svg+xml" ? `;utf8,${encodeURIComponent(content)}` : `;base64,${content.trim()}`;
  image.src = `data:${type}${body}`;
  image.alt = say("outputs.picture");
  return image;
}

/** The chart in `data`, if there is one. */
function chartIn(data: Mime): Record<string, unknown> | undefined {
  const type = Object.keys(data).find((one) => VEGALITE_TYPE.test(one) && typeof data[one] === "object" && data[one]);
  return type ? (data[type] as Record<string, unknown>) : undefined;
}

/** The best form of `data` that the page can show; `output` takes what a widget's callbacks say. */
function displayOutput(data: Mime, output: (o: Output) => void): HTMLElement {
  const widget = widgetId(data);
  if (widget) return widgetPlace(widget, host, output);
  const chart = chartIn(data);
  if (chart) return drawChart(chart);
  const html = data["text/html"];
  if (typeof html === "string") return scrollable(sanitizeHtml(html), "html");
  for (const type of ["image/svg+xml", "image/png", "image/jpeg"]) {
    const content = data[type];
    if (typeof content === "string") return picture(type, content);
  }
  const markdown = data["text/markdown"];
  if (typeof markdown === "string") return scrollable(renderMarkdown(markdown), "html");
  for (const type of ["text/latex", "text/plain"]) {
    const content = data[type];
    if (typeof content !== "string") continue;
    const { whole, fold } = foldable(text(content, "value"));
    fold.add(`${content}\n`);
    return whole;
  }
  return text(JSON.stringify(data, null, 1).slice(0, 10_000), "value");
}

function errorOutput(output: Output & { kind: "error" }): HTMLElement {
  const box = document.createElement("div");
  box.className = "trouble";
  const line = document.createElement("p");
  const name = document.createElement("strong");
  name.textContent = output.name;
  line.append(name, output.message ? `: ${output.message}` : "");
  const where = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = say("outputs.details");
  where.append(summary, text(output.traceback, "traceback"));
  box.append(line, where);
  return box;
}

export interface Outputs extends Rendered {
  add(o: Output): void;
  /** Ask for an answer in a field at the end; `note` is said beside it. Null: given up. */
  ask(question: Question, note?: string): Promise<string | null>;
  /** Give up the question that stands there; false if there is none. */
  cancel(): boolean;
}

/** What widgets.js needs of this: the Output widget shows outputs too. */
const host: Host = { render: (into) => renderOutputs(into), chart: (figure) => chartViewIn(figure) };

/** Shows outputs in `into`, in the order they come. */
export function renderOutputs(into: HTMLElement): Outputs {
  addStyles();
  into.classList.add("outputs");
  let open: { name: string; node: Text; fold: Fold } | undefined;
  let count = 0;
  let asking: InputPrompt | undefined;
  const self: Outputs = {
    add(output: Output): void {
      if (output.kind === "stream") {
        if (open?.name === output.name) {
          open.node.appendData(output.text);
        } else {
          const pre = text("", output.name);
          const node = document.createTextNode(output.text);
          pre.append(node);
          const { whole, fold } = foldable(pre);
          into.append(whole);
          open = { name: output.name, node, fold };
        }
        open.fold.add(output.text);
        return;
      }
      open = undefined;
      count += 1;
      if (count === MAX_OUTPUTS + 1) into.append(text(say("outputs.many", { most: MAX_OUTPUTS }), "stderr"));
      if (count > MAX_OUTPUTS && output.kind !== "error") return;
      into.append(output.kind === "error" ? errorOutput(output) : displayOutput(output.data, self.add));
    },
    async ask(question, note = "") {
      asking?.cancel();
      const mine = new InputPrompt(into, question, note);
      asking = mine;
      const text = await mine.answer;
      if (asking === mine) asking = undefined;
      return text;
    },
    cancel() {
      const there = asking !== undefined;
      asking?.cancel();
      asking = undefined;
      return there;
    },
    /** Show `outputs`, the first `same` of which are shown already; a chart in a chart's place moves to it. */
    replace(outputs: Output[], same: number): void {
      const last = [...into.children];
      let from = same;
      while (last.length === outputs.length && from < outputs.length) {
        const next = outputs[from]!;
        const chart = next.kind === "display" ? chartIn(next.data) : undefined;
        if (!chart || !updateChart(last[from], chart)) break;
        from += 1;
      }
      for (const node of last.slice(from)) {
        releaseCharts(node as HTMLElement);
        releaseWidgets(node as HTMLElement);
        node.remove();
      }
      open = undefined;
      count = from;
      outputs.slice(from).forEach(self.add);
    },
    clear() {
      asking?.cancel();
      asking = undefined;
      releaseWidgets(into);
      releaseCharts(into);
      into.replaceChildren();
      open = undefined;
      count = 0;
    },
  };
  return self;
}
