// A learner's own widget (anywidget): its script runs in a frame without an origin, apart from the page. The page's
// policy forbids it in the page itself; and what it would fetch from elsewhere it can't have anywhere.
import { DOMWidgetModel, DOMWidgetView, unpack_models, WidgetModel } from "@jupyter-widgets/base";
import { staticRoot } from "../../shared/load_script";
import { say } from "../../shared/words";
import { chartView } from "../jupyter_chart";

/** Widgets whose script asks other sites for its parts, and what the page itself shows in its place. */
const OWN_VIEWS: Record<string, typeof DOMWidgetView> = { "altair.jupyter.jupyter_chart.JupyterChart": chartView };
const REMOTE_IMPORT = /\b(?:from|import)\s*\(?\s*["'](?:https?:)?\/\//;
const INTERNAL_TRAIT = /^(_esm|_css|_anywidget_id|_dom_classes|_model_.*|_view_.*|layout|style|tabbable|tooltip)$/;
const THEME_PROPERTIES = ["--ink", "--paper", "--card", "--soft", "--rule", "--sans", "--tangible", "--symbolic"];

export class AnyModel extends DOMWidgetModel {
  static override serializers = { ...DOMWidgetModel.serializers, layout: { deserialize: unpack_models } };
}

class FrameView extends DOMWidgetView {
  private frame: HTMLIFrameElement | undefined;
  private onFrameMessage: ((event: MessageEvent) => void) | undefined;
  private setByScript: Record<string, unknown> = {};

  override render(): void {
    super.render();
    this.el.classList.add("jupyter-widgets", "widget-own");
    this.listenTo(this.model, "change:_esm change:_css", () => this.openFrame());
    this.listenTo(this.model, "change", () => this.sendState());
    this.listenTo(this.model, "msg:custom", (content: unknown, buffers: unknown) =>
      this.post({ kind: "custom", content, buffers }),
    );
    this.openFrame();
  }

  private openFrame(): void {
    this.closeFrame();
    const esm = String(this.model.get("_esm") ?? "");
    const name =
      String(this.model.get("_anywidget_id") ?? "")
        .split(".")
        .at(-1) || "AnyWidget";
    if (REMOTE_IMPORT.test(esm)) {
      this.el.textContent = say("widget.elsewhere", { name });
      return;
    }
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.title = say("widget.own", { name });
    frame.src = `${staticRoot}widget-frame.html`;
    this.onFrameMessage = (event) => {
      if (event.source === frame.contentWindow) this.receive(event.data as Record<string, unknown>, esm);
    };
    addEventListener("message", this.onFrameMessage);
    this.frame = frame;
    this.el.replaceChildren(frame);
  }

  private receive(message: Record<string, unknown>, esm: string): void {
    switch (message.kind) {
      case "ready": {
        const style = getComputedStyle(this.el);
        const look = Object.fromEntries(THEME_PROPERTIES.map((name) => [name, style.getPropertyValue(name)]));
        look.color = style.color;
        look.font = style.font;
        this.post({ kind: "start", esm, css: String(this.model.get("_css") ?? ""), state: this.state(), look });
        return;
      }
      case "set":
        for (const [name, value] of Object.entries((message.state ?? {}) as object)) {
          if (INTERNAL_TRAIT.test(name) || !(name in this.model.attributes)) continue;
          this.setByScript[name] = value;
          this.model.set(name, value);
        }
        this.touch();
        return;
      case "send":
        this.send(message.content as object, message.buffers as ArrayBuffer[]);
        return;
      case "height":
        if (this.frame) this.frame.style.height = `${Math.min(4000, Math.max(0, Number(message.px) || 0))}px`;
        return;
      case "failed": {
        const note = this.el.querySelector("p") ?? this.el.appendChild(document.createElement("p"));
        note.textContent = say("widget.own-failed", { detail: String(message.detail) });
      }
    }
  }

  /** What the script may know; what it has just set itself need not come back. */
  private state(names = Object.keys(this.model.attributes)): Record<string, unknown> {
    const known = names.filter((name) => !INTERNAL_TRAIT.test(name) && !(this.model.get(name) instanceof WidgetModel));
    return Object.fromEntries(known.map((name) => [name, this.model.get(name) as unknown]));
  }

  private sendState(): void {
    const names = Object.keys(this.model.changedAttributes() || {});
    const news = this.state(names.filter((name) => this.setByScript[name] !== this.model.get(name)));
    this.setByScript = {};
    if (Object.keys(news).length) this.post({ kind: "state", state: news });
  }

  private post(message: object): void {
    this.frame?.contentWindow?.postMessage(message, "*");
  }

  private closeFrame(): void {
    if (this.onFrameMessage) removeEventListener("message", this.onFrameMessage);
    this.frame?.remove();
    this.frame = this.onFrameMessage = undefined;
  }

  override remove(): this {
    this.closeFrame();
    return super.remove();
  }
}

/** The view for a model of anywidget: in a frame, or the page's own. */
export class AnyView {
  constructor(options: ConstructorParameters<typeof DOMWidgetView>[0]) {
    const id = String(options?.model?.get("_anywidget_id"));
    // biome-ignore lint/correctness/noConstructorReturn: the widget manager calls `new` on a class that it finds by name; which one it is depends on the model.
    return new (OWN_VIEWS[id] ?? FrameView)(options) as never;
  }
}
