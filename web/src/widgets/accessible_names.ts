// Every control of a widget gets a name that a screen reader can say, and works by keyboard, as the page's own do.
import { say } from "../shared/words";

const CONTROLS = "input:not([type=hidden]), select, textarea, [role=slider], .widget-readout[contenteditable=true]";

/** The words beside the control: its description, or the kind of thing that it is. */
function labelOf(widget: Element | null): string {
  const label = widget?.querySelector<HTMLElement>(":scope > .widget-label, :scope > label.widget-label-basic");
  return label?.textContent?.replace(/\u200b/g, "").trim() ?? "";
}

/** The widget that a part belongs to: not every one has Jupyter's own class, every one has Lumino's. */
const widgetOf = (part: Element): Element | null => part.closest(".lm-Widget");

function kind(control: Element): string {
  if (control.matches("[role=slider], .widget-readout")) return "slider";
  if (control.matches(".widget-colorpicker [type=text]")) return "color-text";
  if (control.matches("select")) return "select";
  const type = control.getAttribute("type") ?? "text";
  return ["checkbox", "radio", "date", "time", "datetime-local", "color", "number", "file"].includes(type)
    ? type
    : "text";
}

function hasName(control: HTMLElement): boolean {
  const label = (control as HTMLInputElement).labels?.[0];
  const shown = label && getComputedStyle(label).display !== "none" && label.textContent?.replace(/\u200b/g, "").trim();
  return Boolean(shown) || (control.hasAttribute("aria-label") && control.dataset.named !== "here");
}

function nameControl(control: HTMLElement): void {
  if (hasName(control)) return;
  const label = labelOf(widgetOf(control));
  let told = label || control.getAttribute("title") || say(`widget.kind.${kind(control)}`);
  const handles = control.closest(".noUi-target")?.querySelectorAll("[role=slider]");
  if (handles && handles.length > 1)
    told = say(control === handles[0] ? "widget.lower" : "widget.upper", { label: told });
  if (control.classList.contains("widget-readout")) {
    control.setAttribute("role", "textbox");
    told = say("widget.readout", { label: told });
  }
  setName(control, told);
}

function setName(element: HTMLElement, label: string): void {
  if (element.getAttribute("aria-label") === label) return;
  element.dataset.named = "here";
  element.setAttribute("aria-label", label);
}

function nameGroup(box: HTMLElement, role: string): void {
  const label = labelOf(widgetOf(box));
  box.setAttribute("role", role);
  setName(box, label || say(`widget.kind.${role}`));
}

/** A header that only the mouse could open. */
function nameHeader(element: HTMLElement): void {
  if (element.dataset.named) return;
  const box = element.parentElement!;
  const tell = (): void =>
    element.setAttribute("aria-expanded", String(box.classList.contains("jupyter-widget-Collapse-open")));
  new MutationObserver(tell).observe(box, { attributeFilter: ["class"] });
  tell();
  element.dataset.named = "here";
  element.setAttribute("role", "button");
  element.tabIndex = 0;
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    element.click();
  });
}

let panels = 0;

/** One panel shows what the chosen tab holds: each tab names it, and it is named by the chosen one. */
function tieTabs(tabs: HTMLElement): void {
  const panel = tabs.querySelector<HTMLElement>(":scope > .widget-tab-contents");
  if (!panel) return;
  panel.id ||= `widget-panel-${++panels}`;
  panel.setAttribute("role", "tabpanel");
  for (const tab of tabs.querySelectorAll(":scope > .widget-tab-bar [role=tab]")) {
    tab.setAttribute("aria-controls", panel.id);
    if (tab.getAttribute("aria-selected") === "true") panel.setAttribute("aria-labelledby", tab.id);
  }
}

function nameAll(root: HTMLElement): void {
  for (const control of root.querySelectorAll<HTMLElement>(CONTROLS)) nameControl(control);
  for (const box of root.querySelectorAll<HTMLElement>(".widget-radio-box")) nameGroup(box, "radiogroup");
  for (const box of root.querySelectorAll<HTMLElement>(".widget-toggle-buttons > div")) nameGroup(box, "group");
  for (const one of root.querySelectorAll<HTMLElement>(".jupyter-widget-Collapse-header")) nameHeader(one);
  for (const bar of root.querySelectorAll<HTMLElement>("[role=progressbar]")) nameGroup(bar, "progressbar");
  for (const tabs of root.querySelectorAll<HTMLElement>(".widget-tab")) tieTabs(tabs);
  // What Python calls None is here a tooltip that says "null".
  for (const one of root.querySelectorAll('[title="null"]')) one.removeAttribute("title");
  // The list of tabs has a button for a new one, which nobody can use here.
  for (const one of root.querySelectorAll(".lm-TabBar-addButton")) one.remove();
  for (const button of root.querySelectorAll<HTMLElement>("button, .widget-toggle-button")) {
    if (!button.textContent?.trim() && !button.hasAttribute("aria-label")) {
      const icon = [...(button.querySelector("i")?.classList ?? [])].find((one) => one.startsWith("fa-"));
      setName(button, button.title || say(icon ? `widget.icon.${icon}` : "widget.kind.button"));
    }
  }
}

/** Name all controls in `root`, now and as they come; the answer ends it. */
export function nameControls(root: HTMLElement): () => void {
  nameAll(root);
  let waits = false;
  const observer = new MutationObserver(() => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      nameAll(root);
    });
  });
  observer.observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ["aria-selected"],
  });
  return () => observer.disconnect();
}
