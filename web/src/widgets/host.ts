// What the page lends to the widgets' own script.
import type { Output } from "../python/protocol";
import type { WidgetChannel } from "../python/widget_channel";

/** Outputs in a box; `replace` keeps the first `same` of them as they are. */
export interface Rendered {
  replace(outputs: Output[], same: number): void;
  clear(): void;
}

/** A drawn chart, as far as a widget needs it (of Vega's View). */
export interface ChartView {
  signal(name: string): unknown;
  signal(name: string, value: unknown): unknown;
  data(name: string): unknown;
  addSignalListener(name: string, listener: () => void): unknown;
  runAsync(): Promise<unknown>;
}

export interface Host {
  render(into: HTMLElement): Rendered;
  /** The chart that is drawn in `figure`. */
  chart(figure: Element): ChartView | undefined;
}

/** What widgets.js leaves on the page's shelf. */
export interface WidgetRenderer {
  /** Show the widget `id` in `place`; the answer ends it. */
  show(
    place: HTMLElement,
    id: string,
    line: WidgetChannel,
    host: Host,
    output: (o: Output) => void,
  ): Promise<() => void>;
}

let current: Host | undefined;

export const setHost = (one: Host): Host => (current = one);
export function host(): Host {
  if (!current) throw new Error("no host");
  return current;
}
