// The pictures of a lab: of several, one at a time under tabs; each with its finding and the values in its key.
import { say } from "../shared/words";
import { enlargement } from "./enlarged";
import { formatNumber, renderSentences } from "./evaluate/sentences";
import type { LabScript, Readings, Row } from "./types";

/** A value with its interval, as the key of a picture writes it; the unit stands once, after the value. */
export function valueText(row: Row, quantity: string, form: string): string {
  const ends = form === "points" || form === "%" ? "hundredths" : form;
  const [value, low, high] = ["", "_low", "_high"].map((end, i) =>
    formatNumber(Number(row[`${quantity}${end}`]), i ? ends : form),
  );
  return say("lab.value_range", { value: value ?? "", low: low ?? "", high: high ?? "" });
}

function write(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** Let a lab's tabs choose its picture, by pointer and by arrow keys; `shown` is told which one stands there now. */
export function wakeTabs(section: HTMLElement, shown: (place: number) => void): void {
  const tabs = [...section.querySelectorAll<HTMLButtonElement>(".views > .tabs > [role=tab]")];
  const views = [...section.querySelectorAll<HTMLElement>(".views > .view")];
  const choose = (place: number): void => {
    tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === place));
      tab.tabIndex = i === place ? 0 : -1;
      views[i]?.classList.toggle("current", i === place);
    });
    shown(place);
  };
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => choose(i));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = (i + step + tabs.length) % tabs.length;
      tabs[next]?.focus();
      choose(next);
    });
  });
}

/** Write what each picture finds, and the values of its series. */
export function updateViews(section: HTMLElement, script: LabScript, readings: Readings, point: Row[]): void {
  const { findings, plan } = script;
  section.querySelectorAll<HTMLElement>(".finding").forEach((title, i) => {
    const says = findings[Math.min(i, findings.length - 1)];
    if (says) write(title, renderSentences(says, readings));
  });
  section.querySelectorAll<HTMLElement>(".views > .view").forEach((view, i) => {
    const { of, form } = plan.views[i] ?? { of: null, form: "," };
    if (!of) return;
    for (const entry of view.querySelectorAll<HTMLElement>(".legend [data-series]")) {
      const row = point.find((one) => one.series === entry.dataset.series);
      if (row) write(entry.querySelector(".value"), valueText(row, of, form));
    }
  });
}

const WIDE = 900; // px: from here on controls stand beside the picture

/** By how many pixels picture, sentence and main controls are together higher than the screen between what stays on it:
 * the page's head above, the bar of the projector view below. There the lab's question, above them, has to have room too. */
export function overflow(section: HTMLElement): number {
  const slide = document.fullscreenElement === section ? null : section.closest(".bench-of-slide");
  const chart = [...section.querySelectorAll<HTMLElement>("figure .chart")].find((one) => one.offsetWidth);
  const scale = enlargement(chart ?? section.querySelector("figure") ?? section); // what comes off a plot, in its own px
  if (slide && innerWidth >= WIDE) return Math.ceil((slide.scrollHeight - slide.clientHeight) / scale);
  const bars = document.fullscreenElement === section ? [] : [...document.querySelectorAll(".top, .projector-bar")];
  const stays = (bar: Element) => getComputedStyle(bar).position !== "static"; // on a phone the head scrolls away
  const head = bars.filter(stays).reduce((sum, bar) => sum + bar.clientHeight, 0);
  const parts = [...section.querySelectorAll<HTMLElement>("figure, .says, form.controls .main")];
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const projected = document.documentElement.dataset.projector !== undefined;
  const top = projected ? -scrollY : Math.min(...boxes.map((box) => box.top));
  const over = Math.max(...boxes.map((box) => box.bottom)) - top - ((slide?.clientHeight ?? innerHeight) - head - 8);
  return Math.ceil(over / scale);
}

const LEAST = 110; // px that a control and its name need below what stays in sight

/** Let no control stop behind picture and answer where these stay in sight, nor, in full screen, be where they leave it no room. */
export function letControlsOut(section: HTMLElement): void {
  const high = section.querySelector<HTMLElement>(".stage")?.offsetHeight ?? 0;
  section.style.setProperty("--stage", `${high}px`);
  section.toggleAttribute("data-tall", high + LEAST > innerHeight);
}
