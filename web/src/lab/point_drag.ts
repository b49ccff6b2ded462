// The marked point is dragged along its curve, by pointer, finger and keys; elsewhere the picture tells its values.
import { say } from "../shared/words";
import { enlargement } from "./enlarged";
import type { Chart, Plan, Row } from "./types";
import { valueText } from "./views";

const REACH = 26; // px to either side of the point from which it can be taken hold of

interface Scale {
  (value: number): number;
  invert: (pixel: number) => number;
}

export interface Touched {
  element: HTMLElement;
  chart: Chart;
  plan: Plan;
  view: { of: string | null; form: string } | undefined;
  /** The slider of the parameter along the curve, where the lab has one. */
  slider: HTMLInputElement | null;
  rows: () => Row[];
}

/** Make the chart answer to hand and keys. */
export function wakeChart(touched: Touched): void {
  const { element, chart, slider } = touched;
  const scale = (): Scale => chart.view.scale("x") as Scale;
  const pixel = (event: PointerEvent): number =>
    (event.clientX - element.getBoundingClientRect().left) / enlargement(element) - (chart.view.origin()[0] ?? 0);
  const near = (event: PointerEvent): boolean =>
    slider !== null && Math.abs(pixel(event) - scale()(Number(slider.value))) <= REACH;
  const tell = (x: number): string => showReading(touched, x, scale()(x) + (chart.view.origin()[0] ?? 0));
  let held = false;

  const move = (event: PointerEvent): void => {
    if (!slider) return;
    const before = slider.value;
    slider.value = String(scale().invert(pixel(event)));
    if (slider.value !== before) slider.dispatchEvent(new Event("input", { bubbles: true }));
  };
  element.addEventListener("pointerdown", (event) => {
    held = near(event) && event.button === 0;
    if (!held) {
      tell(scale().invert(pixel(event)));
      return;
    }
    hideReading(element);
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (held) return move(event);
    element.classList.toggle("grab", near(event));
    if (event.pointerType === "mouse") tell(scale().invert(pixel(event)));
  });
  const end = (): void => {
    if (held) slider?.dispatchEvent(new Event("change", { bubbles: true }));
    held = false;
  };
  element.addEventListener("pointerup", end);
  element.addEventListener("pointercancel", end);
  // A finger that is lifted has left too: what a tap reads stays until one touches something else.
  element.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") hideReading(element);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!element.contains(event.target as Node)) hideReading(element);
  });
  if (!slider) return;

  element.tabIndex = 0;
  element.setAttribute("role", "slider");
  // What it moves, and in which picture: its slider's label, the picture's tab, and what is plotted.
  const named = [slider.labels?.[0]?.id, element.getAttribute("aria-labelledby")].filter(Boolean);
  element.setAttribute("aria-labelledby", named.join(" "));
  element.setAttribute("aria-valuemin", slider.min);
  element.setAttribute("aria-valuemax", slider.max);
  const describe = (): void => {
    element.setAttribute("aria-valuenow", slider.value);
    element.setAttribute("aria-valuetext", tell(Number(slider.value)));
  };
  element.setAttribute("aria-valuenow", slider.value);
  element.addEventListener("focus", () => {
    if (element.matches(":focus-visible")) describe();
  });
  element.addEventListener("blur", () => hideReading(element));
  element.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    const end = { Home: slider.min, End: slider.max }[event.key];
    if (step === undefined && end === undefined) return;
    event.preventDefault();
    if (end !== undefined) slider.value = end;
    else if (step) slider.stepUp(step);
    for (const name of ["input", "change"]) slider.dispatchEvent(new Event(name, { bubbles: true }));
    describe();
  });
}

/** Show the values of all series where `x` is, and return them as a sentence. */
function showReading({ element, plan, view, rows }: Touched, x: number, left: number): string {
  if (!plan.x || !view?.of) return "";
  const { name, low, high } = plan.x;
  const nearest = new Map<string, Row>();
  for (const row of rows()) {
    const best = nearest.get(String(row.series));
    if (!best || Math.abs(Number(row[name]) - x) < Math.abs(Number(best[name]) - x))
      nearest.set(String(row.series), row);
  }
  const named = element.closest(".view")?.querySelectorAll<HTMLElement>(".legend [data-series]") ?? [];
  const values = [...named].flatMap((entry) => {
    const row = nearest.get(entry.dataset.series ?? "");
    return row
      ? [`${entry.querySelector(".name")?.textContent ?? ""} ${valueText(row, view.of ?? "", view.form)}`]
      : [];
  });
  const at = Number([...nearest.values()][0]?.[name] ?? x);
  const digits = high - low > 20 ? 0 : 2;
  const label = element.dataset.along ?? "";
  const text = say("lab.reading", {
    label,
    at: at.toLocaleString("en-US", { maximumFractionDigits: digits }),
    values: values.join("; "),
  });
  let box = element.querySelector<HTMLElement>(":scope > .reading");
  if (!box) {
    box = document.createElement("p");
    box.className = "reading";
    box.setAttribute("aria-hidden", "true");
    element.append(box);
  }
  box.textContent = text;
  box.hidden = false;
  element.style.setProperty("--at", `${left.toFixed(0)}px`);
  return text;
}

function hideReading(element: HTMLElement): void {
  const box = element.querySelector<HTMLElement>(":scope > .reading");
  if (box) box.hidden = true;
}
