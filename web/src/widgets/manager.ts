// The widgets of one Python: their models, and the views of them on the page.

import type { ICallbacks, WidgetModel, WidgetView } from "@jupyter-widgets/base";
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import * as controls from "@jupyter-widgets/controls";
import type { Output } from "../python/protocol";
import type { WidgetChannel, WidgetMessage } from "../python/widget_channel";
import { sanitizeHtml } from "../shared/sanitize_html";
import { AnyModel, AnyView } from "./anywidget/anywidget";
import { Comm, type CommCallbacks } from "./comm";
import * as output from "./output_widget";
import * as safe from "./safe_views";
import * as spoken from "./spoken_values";
import { unknownWidgetClass } from "./unknown_widget";

type Class = typeof WidgetModel | typeof WidgetView;
const WIDGET_MODULES: Record<string, Record<string, unknown>> = {
  "@jupyter-widgets/base": base as never,
  "@jupyter-widgets/controls": { ...controls, ...safe, ...spoken },
  "@jupyter-widgets/output": output as never,
  anywidget: { AnyModel, AnyView },
};

/** Where what a widget's callback prints and shows is put: beside the widget itself. */
export const outputHandlers = new WeakMap<Element, (o: Output) => void>();

export class Manager extends ManagerBase {
  private readonly comms = new Map<string, Comm>();

  constructor(private readonly line: WidgetChannel) {
    super();
    line.listen((message) => this.receive(message));
  }

  private receive(message: WidgetMessage): void {
    const buffers = message.buffers.map((buffer) => new DataView(buffer));
    const told = {
      content: { comm_id: message.id, data: message.data },
      metadata: message.metadata,
      buffers,
      parent_header: {},
    };
    if (message.type === "comm_open") {
      const comm = new Comm(message.id, this.line);
      this.comms.set(message.id, comm);
      void this.handle_comm_open(comm as never, told as never).catch(() => undefined); // the view says so
      return;
    }
    const comm = this.comms.get(message.id);
    if (message.type === "comm_close") {
      this.comms.delete(message.id);
      comm?.receiveClose(told);
    } else {
      comm?.receive(told);
    }
  }

  /** What becomes of what a callback prints: it stands where the widget stands. */
  override callbacks(view?: WidgetView): ICallbacks {
    const place = view?.el.closest("[data-widgets]");
    const callbacks: CommCallbacks = { place: place ? outputHandlers.get(place) : undefined };
    return { iopub: callbacks as never };
  }

  /** Descriptions that ask for HTML get what an output would get. */
  override inline_sanitize(source: string): string {
    const box = document.createElement("div");
    box.append(sanitizeHtml(source));
    return box.innerHTML;
  }

  protected override async loadClass(name: string, module: string): Promise<Class> {
    const found = WIDGET_MODULES[module]?.[name];
    return (found ?? unknownWidgetClass(name)) as Class;
  }

  protected override _create_comm(): Promise<never> {
    return Promise.reject(new Error("widgets are made in Python"));
  }

  protected override _get_comm_info(): Promise<Record<string, never>> {
    return Promise.resolve({});
  }
}
