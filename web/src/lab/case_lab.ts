// A lab over cases: filters hide rows, marks and bars; the map draws nearer to what is left; one case can be picked.
import { say } from "../shared/words";
import { BaseLab } from "./base_lab";
import { type ControlValues, readControls } from "./controls/state";
import { renderSentences } from "./evaluate/sentences";
import type { CaseScript, Readings, Row } from "./types";
import { wakeTabs } from "./views";

const ANY_OPTION = "any";
const PHONE = "(max-width: 760px)";
const MAX_ZOOM = 5; // times nearer than the whole world
const MAP_MARGIN = 1.35; // around what is shown

type Box = [x: number, y: number, width: number, height: number];

/** Those of the places that lie in the fullest box of a size: of the boxes around a place, the one that holds most. */
function crowd(places: [number, number][], width: number, height: number): [number, number][] {
  const boxes = places.map(([x, y]) =>
    places.filter((one) => Math.abs(one[0] - x) <= width / 2 && Math.abs(one[1] - y) <= height / 2),
  );
  return boxes.reduce((best, one) => (one.length > best.length ? one : best), places.slice(0, 1));
}

export class CaseLab extends BaseLab {
  private readonly svg: SVGSVGElement | null;
  private readonly whole: Box;
  private near = false; // whether the map is drawn near to where most of the shown cases lie
  private at: [number, number][] = [];
  private readonly phone = matchMedia(PHONE);

  constructor(
    section: HTMLElement,
    private readonly script: CaseScript,
  ) {
    super(section, script.plan);
    this.svg = section.querySelector<SVGSVGElement>(".map svg");
    this.whole = (this.svg?.getAttribute("viewBox") ?? "0 0 1 1").split(" ").map(Number) as Box;
    wakeTabs(section, () => this.scaleMarks());
    section.addEventListener("click", (event) => this.pick(event.target as Element));
    if (this.svg) new ResizeObserver(() => this.scaleMarks()).observe(this.svg);
    this.addZoom();
    this.foldFilters();
  }

  /** On a phone all filters stand behind one button; where there is room, the main ones stand beside the picture. */
  private foldFilters(): void {
    const [beside, folded] = [".main", ".assumptions > .rest"].map((name) =>
      this.section.querySelector<HTMLElement>(`.controls ${name}`),
    );
    const rows = [...(beside?.children ?? [])];
    const place = (): void => {
      if (this.phone.matches) folded?.prepend(...rows);
      else beside?.append(...rows);
      this.countFilters(readControls(this.section, this.plan));
    };
    this.phone.addEventListener("change", place);
    place();
  }

  /** A button below the map that draws it nearer to where most cases lie, and back. */
  private addZoom(): void {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "zoom";
    button.textContent = say("archive.near");
    button.addEventListener("click", () => {
      this.near = !this.near;
      button.textContent = say(this.near ? "archive.whole" : "archive.near");
      this.zoomMap();
    });
    this.svg?.closest(".map")?.after(button);
  }

  rows(): Row[] {
    const shown = [...this.section.querySelectorAll<HTMLTableRowElement>(".numbers tbody tr:not([hidden])")];
    const { columns } = this.script.plan;
    return shown.map((row) => Object.fromEntries(columns.map((name, i) => [name, row.cells[i]?.textContent ?? ""])));
  }

  async show(since: number): Promise<void> {
    const keys = readControls(this.section, this.plan);
    const { readings, shown } = this.countCases(keys);
    this.say(this.sentence(keys, readings));
    const picked = String(keys.case);
    this.at = [];
    for (const part of this.section.querySelectorAll<HTMLElement | SVGElement>("[data-row]")) {
      const key = part.dataset.row ?? "";
      const off = !shown.has(key);
      part.toggleAttribute("hidden", off);
      part.classList.toggle("picked", key === picked);
      const place = part.dataset.at;
      if (place && !off) this.at.push(place.split(",").map(Number) as [number, number]);
      if (place && key === picked) part.parentNode?.append(part); // drawn last: above the others
    }
    for (const part of this.section.querySelectorAll<HTMLElement>("[data-case]"))
      part.hidden = part.dataset.case !== picked;
    this.zoomMap();
    this.countFilters(keys);
    const detail = { id: this.plan.id, ms: performance.now() - since };
    this.section.dispatchEvent(new CustomEvent("lab:resolved", { bubbles: true, detail }));
  }

  /** Which cases the filters let through, and how many of them have each option. */
  private countCases(keys: ControlValues): { readings: Readings; shown: Set<string> } {
    const { cases, filters } = this.script.plan;
    const wanted = filters.map((one) => String(keys[one.name]));
    const left = cases.filter((one) => wanted.every((key, i) => key === ANY_OPTION || one.values[i] === key));
    const readings: Readings = { shown: left.length, all: cases.length };
    filters.forEach((one, i) => {
      for (const key of Object.keys(one.options)) {
        readings[`${one.name}.${key}`] = left.filter((row) => row.values[i] === key).length;
      }
    });
    return { readings, shown: new Set(left.map((one) => one.key)) };
  }

  private sentence(keys: ControlValues, readings: Readings): string {
    const counts = { shown: readings.shown ?? 0, all: readings.all ?? 0 };
    const named = this.script.plan.filters
      .filter((one) => keys[one.name] !== ANY_OPTION)
      .map((one) => say("archive.filter", { label: one.label, option: one.options[String(keys[one.name])] ?? "" }));
    const first = named.length
      ? say("archive.some", { filters: named.join("; "), ...counts })
      : say("archive.all", counts);
    return `${first} ${renderSentences(this.script.says, readings)}`.trim();
  }

  /** The fold of filters says how many of those in it are set: they narrow what is shown, seen or not. */
  private countFilters(keys: ControlValues): void {
    const fold = this.section.querySelector(".controls .assumptions");
    const folded = this.script.plan.filters.filter((one) => fold?.querySelector(`[name="${one.name}"]`));
    const n = folded.filter((one) => keys[one.name] !== ANY_OPTION).length;
    const summary = fold?.querySelector("summary");
    const all = n ? say("archive.all_filters_set", { n }) : say("archive.all_filters");
    const more = n ? say("archive.filters_set", { n }) : say("archive.filters");
    if (summary) summary.textContent = this.phone.matches ? all : more;
  }

  /** Draw the map nearer to what is shown, or to where most of it lies, in its own proportions. */
  private zoomMap(): void {
    const [, , width, height] = this.whole;
    const at = this.near ? crowd(this.at, width / MAX_ZOOM, height / MAX_ZOOM) : this.at;
    let box: Box = this.whole;
    if (at.length) {
      const xs = at.map(([x]) => x);
      const ys = at.map(([, y]) => y);
      const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      const share = Math.max(
        1 / MAX_ZOOM,
        ((right - left) * MAP_MARGIN) / width,
        ((bottom - top) * MAP_MARGIN) / height,
      );
      if (share < 0.75) {
        const [w, h] = [share * width, share * height];
        const within = (middle: number, part: number, all: number): number =>
          Math.min(Math.max(middle - part / 2, 0), all - part);
        box = [within((left + right) / 2, w, width), within((top + bottom) / 2, h, height), w, h];
      }
    }
    this.svg?.setAttribute("viewBox", box.map((value) => value.toFixed(1)).join(" "));
    this.scaleMarks();
  }

  /** Marks stay as large as they are, however near the map is. */
  private scaleMarks(): void {
    const wide = this.svg?.clientWidth ?? 0;
    const units = Number(this.svg?.getAttribute("viewBox")?.split(" ")[2] ?? 0);
    if (wide) this.svg?.style.setProperty("--size", (units / wide).toFixed(3));
  }

  /** A bar or a mark picks its case, as the choice of cases does. */
  private pick(target: Element): void {
    const key = target.closest<HTMLElement | SVGElement>(".timeline [data-row], .map [data-row]")?.dataset.row;
    const choice = this.section.querySelector<HTMLSelectElement>('form.controls [name="case"]');
    if (!key || !choice) return;
    choice.value = choice.value === key ? ANY_OPTION : key;
    choice.dispatchEvent(new Event("input", { bubbles: true }));
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
