// Altair's JupyterChart, by the page's own copy of Vega: its parameters and selections are the chart's, both ways.
import { DOMWidgetView } from "@jupyter-widgets/base";
import { type ChartView, host, type Rendered } from "./host";

const CHART = "application/vnd.vegalite.v6+json";
type Named = Record<string, unknown>;
const plain = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

class JupyterChartView extends DOMWidgetView {
  private rendered: Rendered | undefined;
  private chart: ChartView | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override render(): void {
    super.render();
    this.el.classList.add("jupyter-widgets");
    const box = document.createElement("div");
    this.el.append(box);
    this.rendered = host().render(box);
    box.addEventListener("coursekit:drawn", (event) => this.drawn(event.target as Element));
    this.listenTo(this.model, "change:spec", () => this.show());
    this.listenTo(this.model, "change:_params", () => this.follow());
    this.show();
  }

  private show(): void {
    const spec = this.model.get("spec") as Named | null;
    this.rendered?.replace(spec ? [{ kind: "display", data: { [CHART]: spec } }] : [], 0);
  }

  /** Hear what the chart's parameters and selections come to, and tell Python, a moment after the last change. */
  private drawn(figure: Element): void {
    const chart = host().chart(figure);
    if (!chart || chart === this.chart) return;
    this.chart = chart;
    const soon = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.tell(), Number(this.model.get("debounce_wait") ?? 10));
    };
    for (const name of [
      ...Object.keys(this.model.get("_params") as Named),
      ...Object.keys(this.model.get("_vl_selections") as Named),
    ]) {
      chart.addSignalListener(name, soon);
    }
    this.tell();
  }

  private tell(): void {
    const { chart } = this;
    if (!chart || !this.model.comm_live) return;
    const each = (of: string, value: (name: string) => unknown): Named =>
      Object.fromEntries(Object.keys(this.model.get(of) as Named).map((name) => [name, value(name)]));
    this.model.set({
      _params: each("_params", (name) => plain(chart.signal(name)) ?? null),
      _vl_selections: each("_vl_selections", (name) => ({
        value: plain(chart.signal(name)) ?? {},
        store: plain(chart.data(`${name}_store`)) ?? [],
      })),
    } as never);
    this.touch();
  }

  private follow(): void {
    for (const [name, value] of Object.entries(this.model.get("_params") as Named)) {
      if (this.chart && JSON.stringify(this.chart.signal(name)) !== JSON.stringify(value))
        this.chart.signal(name, value);
    }
    void this.chart?.runAsync();
  }

  override remove(): this {
    clearTimeout(this.timer);
    this.rendered?.clear();
    return super.remove();
  }
}

export const chartView = JupyterChartView as unknown as typeof DOMWidgetView;
