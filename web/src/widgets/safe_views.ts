// Widgets of which the published code would put HTML into the page as it is: here it is cleaned as every output is.
import {
  ButtonView as Button,
  HTMLView as HTML,
  HTMLMathView as HTMLMath,
  LabelView as Label,
  ToggleButtonView as ToggleButton,
  ToggleButtonsView as ToggleButtons,
} from "@jupyter-widgets/controls";
import { sanitizeHtml } from "../shared/sanitize_html";
import { typesetMath } from "../shared/typeset_math";

type Shown = { content: HTMLElement; model: { get(name: string): unknown } };

/** Put the value in, cleaned. `this` of a view, as the published code calls it. */
function showSanitized(view: Shown): void {
  view.content.replaceChildren(sanitizeHtml(String(view.model.get("value") ?? "")));
}

export class HTMLView extends HTML {
  override update(): void {
    showSanitized(this as unknown as Shown);
    this.updateTooltip();
  }
}

export class HTMLMathView extends HTMLMath {
  override update(): void {
    showSanitized(this as unknown as Shown);
    typesetMath((this as unknown as Shown).content);
    this.updateTooltip();
  }
}

export class LabelView extends Label {
  override typeset(element: HTMLElement, text?: string): void {
    if (text !== undefined) element.textContent = text;
    typesetMath(element);
  }
}

/** No icon font is loaded here: a button that has only an icon says its name. */
export class ButtonView extends Button {
  override update(): void {
    super.update();
    const icon = String(this.model.get("icon") ?? "");
    this.el.querySelector("i")?.remove();
    if (!this.model.get("description") && icon)
      this.el.textContent = String(this.model.get("tooltip") || icon.replaceAll("-", " "));
  }
}

/** Which button is pressed is said, not only coloured. */
export class ToggleButtonsView extends ToggleButtons {
  override update(options?: unknown): void {
    super.update(options as never);
    for (const button of this.el.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.classList.contains("mod-active")));
    }
  }
}

export class ToggleButtonView extends ToggleButton {
  override update(options?: unknown): void {
    super.update(options as never);
    this.el.setAttribute("aria-pressed", String(Boolean(this.model.get("value"))));
  }
}
