// A widget whose own script is not part of this course: nothing is fetched from elsewhere, so it is only named.
import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";
import { say } from "../shared/words";

class UnknownView extends DOMWidgetView {
  override render(): void {
    super.render();
    this.el.classList.add("jupyter-widgets", "widget-unknown");
    this.el.textContent = say("widget.unknown", { name: String(this.model.get("_model_name")) });
  }
}

/** The class for `name`, a model or a view. */
export const unknownWidgetClass = (name: string): typeof DOMWidgetModel | typeof DOMWidgetView =>
  name.endsWith("Model") ? DOMWidgetModel : UnknownView;
