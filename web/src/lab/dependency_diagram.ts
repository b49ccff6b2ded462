// In the picture of the model: light what hangs on the control that was moved last, and say which quantities these are.
import { say } from "../shared/words";

export function highlightPaths(section: HTMLElement, control: string): void {
  const box = section.querySelector<HTMLDetailsElement>("details.touches");
  const said = box?.querySelector<HTMLElement>(".touched");
  const moved = control.replaceAll("-", "_"); // the picture names parameters as the model does
  if (!box || !said || box.dataset.lit === moved) return;
  const known = box.querySelector(`[data-node="${CSS.escape(moved)}"]`);
  if (!known) return;
  box.dataset.lit = moved;
  box.classList.add("lighting");
  const names: string[] = [];
  for (const part of box.querySelectorAll<SVGElement>("[data-by]")) {
    const lit = (part.dataset.by ?? "").split(" ").includes(moved);
    part.classList.toggle("lit", lit);
    const node = part.dataset.node;
    if (lit && node && node !== moved) names.push(node.replaceAll("_", " "));
  }
  const input = section.querySelector<HTMLInputElement>(`form.controls [name="${CSS.escape(control)}"]`);
  const title = input?.type === "radio" ? input.closest("fieldset")?.querySelector("legend") : input?.labels?.[0];
  const label = title?.textContent?.trim() ?? control;
  const all = box.querySelectorAll("[data-node]:not(.control)").length;
  said.textContent = say("lab.touched", { control: label, n: names.length, all, names: names.join(", ") });
  said.hidden = false;
}
