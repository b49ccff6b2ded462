// The Output widget: what Python holds in it (src/coursekit/live/output_widget.py), shown as a cell's outputs are.
import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";
import type { Mime, Output } from "../python/protocol";
import { host, type Rendered } from "./host";

/** An output in the notebook format, as the widget's state has it. */
interface Held {
  output_type: string;
  name?: string;
  text?: string;
  data?: Mime;
  ename?: string;
  evalue?: string;
  traceback?: string[];
  help?: string;
}

function toOutput(held: Held): Output {
  if (held.output_type === "stream")
    return { kind: "stream", name: held.name === "stderr" ? "stderr" : "stdout", text: held.text ?? "" };
  if (held.output_type === "error") {
    return {
      kind: "error",
      name: held.ename ?? "",
      message: held.evalue ?? "",
      traceback: (held.traceback ?? []).join("\n"),
      help: held.help ?? "",
    };
  }
  return { kind: "display", data: held.data ?? {} };
}

export class OutputModel extends DOMWidgetModel {
  override defaults(): Record<string, unknown> {
    return {
      ...super.defaults(),
      _model_name: "OutputModel",
      _model_module: "@jupyter-widgets/output",
      _view_name: "OutputView",
      _view_module: "@jupyter-widgets/output",
      msg_id: "",
      outputs: [],
    };
  }
}

export class OutputView extends DOMWidgetView {
  private rendered: Rendered | undefined;
  private shown: string[] = [];

  override render(): void {
    super.render();
    this.el.classList.add("jupyter-widgets", "widget-output");
    const box = document.createElement("div");
    this.el.append(box);
    this.rendered = host().render(box);
    this.listenTo(this.model, "change:outputs", this.show);
    this.listenTo(this.model, "change:tabbable", this.updateTabindex);
    void this.displayed.then(() => this.show());
  }

  /** Only what changed is drawn anew, so that a chart that moves does not flicker and the page does not jump. */
  private show(): void {
    const held = (this.model.get("outputs") as Held[]).map(toOutput);
    const now = held.map((one) => JSON.stringify(one));
    const same = now.findIndex((one, n) => one !== this.shown[n]);
    this.rendered?.replace(held, same < 0 ? now.length : same);
    this.shown = now;
  }

  override remove(): this {
    this.rendered?.clear();
    return super.remove();
  }
}
