// A control with its label.
import { element } from "../../shared/element";

export const field = (control: HTMLElement, label: string): HTMLElement =>
  element("div", { className: "field" }, element("label", { htmlFor: control.id }, label), control);
