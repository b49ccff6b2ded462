// bundle: none
// What a run shows: printed text, tables, charts, pictures and errors, each put into the page safely.

import type { Mime, Output, Question } from "../python/protocol";
import { element } from "../shared/element";
import { sanitizeHtml } from "../shared/sanitize_html";
import { typesetMath } from "../shared/typeset_math";
import { say } from "../shared/words";
import type { Host, Rendered } from "../widgets/host";
import { releaseWidgets, widgetId, widgetPlace } from "../widgets/widget_place";
import { foldable, scrollable, text } from "./boxes";
import { chartViewIn, drawChart, releaseCharts, updateChart, VEGALITE_TYPE } from "./chart_output";
import { errorOutput } from "./error_output";
import type { Fold } from "./fold";
import { InputPrompt } from "./input_prompt";
import { renderMarkdown } from "./markdown_output";
import styles from "./outputs.css";
import { StreamText } from "./stream_text";

/** Outputs of one run; the Python side cuts text, this cuts a loop that displays for ever. */
const MAX_OUTPUTS = 200;

function addStyles(): void {
  if (document.getElementById("outputs-style")) return;
  document.head.append(element("style", { id: "outputs-style" }, styles));
}

function picture(type: string, content: string): HTMLElement {
  const body = type === "image/svg+xml" ? `;utf8,${encodeURIComponent(content)}` : `;base64,${content.trim()}`;
  const image = element("img", { src: `data:${type}${body}`, alt: say("outputs.picture") });
  image.addEventListener("error", () => image.replaceWith(text(say("outputs.picture-failed", { type }), "stderr")));
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
  for (const type of ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"]) {
    const content = data[type];
    if (typeof content === "string") return picture(type, content);
  }
  const markdown = data["text/markdown"];
  if (typeof markdown === "string") return scrollable(renderMarkdown(markdown), "html");
  const latex = data["text/latex"];
  if (typeof latex === "string") {
    const box = element("p", { className: "latex" }, latex);
    typesetMath(box);
    return scrollable(box, "html");
  }
  for (const type of ["text/plain"]) {
    const content = data[type];
    if (typeof content !== "string") continue;
    const { whole, fold } = foldable(text(content, "value"));
    fold.add(`${content}\n`);
    return whole;
  }
  return text(JSON.stringify(data, null, 1).slice(0, 10_000), "value");
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

/** Put `shown` wherever something stands that was shown under the name `id`. */
function showAnew(shown: HTMLElement, id: string): void {
  const old = [...document.querySelectorAll<HTMLElement>(".outputs [data-display-id]")].filter(
    (one) => one.dataset.displayId === id && one.parentElement,
  );
  const last = old.at(-1);
  if (!last?.parentElement) return;
  releaseWidgets(last);
  releaseCharts(last);
  last.replaceWith(shown);
}

/** Shows outputs in `into`, in the order they come. */
export function renderOutputs(into: HTMLElement): Outputs {
  addStyles();
  into.classList.add("outputs");
  let open: { name: string; text: StreamText; fold: Fold } | undefined;
  let count = 0;
  let asking: InputPrompt | undefined;
  let clearNext = false;
  const empty = (): void => {
    releaseWidgets(into);
    releaseCharts(into);
    into.replaceChildren();
    open = undefined;
    count = 0;
    clearNext = false;
  };
  const self: Outputs = {
    add(output: Output): void {
      if (output.kind === "clear") {
        clearNext = output.wait;
        if (!output.wait) empty();
        return;
      }
      if (clearNext) empty();
      if (output.kind === "stream") {
        if (open?.name !== output.name) {
          const pre = text("", output.name);
          const { whole, fold } = foldable(pre);
          into.append(whole);
          open = { name: output.name, text: new StreamText(pre), fold };
        }
        open.text.add(output.text);
        open.fold.add(output.text);
        return;
      }
      open = undefined;
      count += 1;
      if (count === MAX_OUTPUTS + 1) into.append(text(say("outputs.many", { most: MAX_OUTPUTS }), "stderr"));
      if (count > MAX_OUTPUTS && output.kind !== "error") return;
      if (output.kind === "error") {
        // A callback fails anew with each move of a slider: its last error is enough.
        if (!output.told && into.lastElementChild?.matches(".trouble:not(.told)")) into.lastElementChild.remove();
        into.append(errorOutput(output));
        return;
      }
      const shown = displayOutput(output.data, self.add);
      if (output.id !== undefined) shown.dataset.displayId = output.id;
      if (output.update) showAnew(shown, output.id ?? "");
      else into.append(shown);
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
      empty();
    },
  };
  return self;
}
