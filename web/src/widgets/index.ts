// bundle: widgets
// Live Jupyter widgets; loaded when the first one is to be shown.

import type { DOMWidgetView } from "@jupyter-widgets/base";
import lumino from "@jupyter-widgets/controls/css/lumino.css";
import nouislider from "@jupyter-widgets/controls/css/nouislider.css";
import base from "@jupyter-widgets/controls/css/widgets-base.css";
import { MessageLoop } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import type { WidgetChannel } from "../python/widget_channel";
import { nameControls } from "./accessible_names";
import { setHost, type WidgetRenderer } from "./host";
import look from "./look.css";
import { Manager, outputHandlers } from "./manager";

const managers = new WeakMap<WidgetChannel, Manager>();

function addStyles(): void {
  if (document.getElementById("widgets-style")) return;
  const style = document.createElement("style");
  style.id = "widgets-style";
  // The first two are only named in the third, by @import.
  style.textContent = [lumino, nouislider, base.replace(/^@import.*$/gm, ""), look].join("\n");
  document.head.append(style);
}

const renderer: WidgetRenderer = {
  async show(place, id, line, host, output) {
    setHost(host);
    addStyles();
    let manager = managers.get(line);
    if (!manager) {
      manager = new Manager(line);
      managers.set(line, manager);
    }
    outputHandlers.set(place, output);
    const model = await manager.get_model(id);
    const view = await manager.create_view<DOMWidgetView>(model as never);
    const widget = view.luminoWidget;
    // As Widget.attach does, but for an element that may be out of the document for now.
    MessageLoop.sendMessage(widget, Widget.Msg.BeforeAttach);
    place.replaceChildren(widget.node);
    MessageLoop.sendMessage(widget, Widget.Msg.AfterAttach);
    const unname = nameControls(place);
    return () => {
      unname();
      outputHandlers.delete(place);
      if (widget.isDisposed) return;
      // Shown inside another widget that has just left the page: there is nothing to detach it from.
      if (!widget.node.isConnected) widget.clearFlag(Widget.Flag.IsAttached);
      widget.dispose();
    };
  },
};

const page = window as unknown as { coursekit?: Record<string, unknown> };
page.coursekit = { ...page.coursekit, widgets: renderer };
