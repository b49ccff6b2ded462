// bundle: widgets
// Live Jupyter widgets; loaded when the first one is to be shown.

import type { DOMWidgetView } from "@jupyter-widgets/base";
import lumino from "@jupyter-widgets/controls/css/lumino.css";
import nouislider from "@jupyter-widgets/controls/css/nouislider.css";
import base from "@jupyter-widgets/controls/css/widgets-base.css";
import { MessageLoop } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import type { Line } from "../python/widget_channel";
import { name } from "./accessible_names";
import { lend, type Shower } from "./host";
import look from "./look.css";
import { Manager, sinks } from "./manager";

const managers = new WeakMap<Line, Manager>();

function dressed(): void {
  if (document.getElementById("widgets-style")) return;
  const style = document.createElement("style");
  style.id = "widgets-style";
  // The first two are only named in the third, by @import.
  style.textContent = [lumino, nouislider, base.replace(/^@import.*$/gm, ""), look].join("\n");
  document.head.append(style);
}

const shower: Shower = {
  async show(place, id, line, host, output) {
    lend(host);
    dressed();
    let manager = managers.get(line);
    if (!manager) {
      manager = new Manager(line);
      managers.set(line, manager);
    }
    sinks.set(place, output);
    const model = await manager.get_model(id);
    const view = await manager.create_view<DOMWidgetView>(model as never);
    const widget = view.luminoWidget;
    // As Widget.attach does, but for an element that may be out of the document for now.
    MessageLoop.sendMessage(widget, Widget.Msg.BeforeAttach);
    place.replaceChildren(widget.node);
    MessageLoop.sendMessage(widget, Widget.Msg.AfterAttach);
    const unname = name(place);
    return () => {
      unname();
      sinks.delete(place);
      if (widget.isDisposed) return;
      // Shown inside another widget that has just left the page: there is nothing to detach it from.
      if (!widget.node.isConnected) widget.clearFlag(Widget.Flag.IsAttached);
      widget.dispose();
    };
  },
};

const page = window as unknown as { coursekit?: Record<string, unknown> };
page.coursekit = { ...page.coursekit, widgets: shower };
