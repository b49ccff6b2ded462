// Brings the labs of the page to life: controls → compiled model → bars or chart, sentence and table, in one frame.
import { loadScript } from "../load";
import { say } from "../words";
import { compute } from "./rows";
import { narrate } from "./says";
import { link, numbers, readControls, readLink, setControls, showValues, sift, type Keys } from "./state";
import { updateBars, updateTable } from "./table";
import type { Chart, LabScript } from "./types";

const TABLE_DELAY = 120; // the table follows when the hand rests: nobody reads 80 rows that move

class LiveLab {
  private charts: Chart[] = [];
  private pending: number | undefined;
  private busy = false;
  private again: number | null = null;

  constructor(
    private readonly section: HTMLElement,
    private readonly script: LabScript,
  ) {
    section.querySelector("form.controls")?.addEventListener("input", (event) => {
      this.press(-1);
      void this.show(event.timeStamp);
    });
    section.querySelector("form.controls")?.addEventListener("submit", (event) => event.preventDefault());
    section.addEventListener("click", (event) => this.click(event));
  }

  /** Set what is given, leave the rest at its default, and show it. */
  async set(keys: Keys): Promise<void> {
    const defaults = Object.fromEntries(this.script.plan.controls.map((one) => [one.name, one.default]));
    setControls(this.section, { ...defaults, ...keys });
    await this.show(performance.now());
  }

  note(notes: string[]): void {
    const place = this.section.querySelector<HTMLElement>(".note");
    if (!place) return;
    place.textContent = notes.join(" ");
    place.hidden = notes.length === 0;
  }

  /** Compute and draw; while Vega is still drawing, only the newest state waits. */
  async show(since: number): Promise<void> {
    showValues(this.section);
    if (this.busy) {
      this.again ??= since;
      return;
    }
    this.busy = true;
    const { plan, says } = this.script;
    const computed = compute(this.script, numbers(plan, readControls(this.section, plan)), window.coursekit?.draws ?? {});
    const sentence = this.section.querySelector(".says");
    const text = narrate(says, computed.readings);
    if (sentence && sentence.textContent !== text) sentence.textContent = text;
    updateBars(this.section, plan, computed.point);
    window.clearTimeout(this.pending);
    this.pending = window.setTimeout(
      () => updateTable(this.section, plan, [...computed.point, ...computed.curve]),
      TABLE_DELAY,
    );
    const tables = { curve: computed.curve, point: computed.point };
    if (plan.charts.length && !this.charts.length) await this.draw(tables);
    else await Promise.all(this.charts.map((chart) => chart.update(tables)));
    this.busy = false;
    const ms = performance.now() - since;
    this.section.dispatchEvent(new CustomEvent("lab:resolved", { bubbles: true, detail: { id: plan.id, ms } }));
    if (this.again !== null) {
      const waiting = this.again;
      this.again = null;
      await this.show(waiting);
    }
  }

  private async draw(tables: Parameters<Chart["update"]>[0]): Promise<void> {
    const places = [...this.section.querySelectorAll<HTMLElement>("figure .chart")];
    try {
      await loadScript("chart.js");
      const draw = window.coursekit?.chart?.draw;
      if (!draw) throw new Error("chart.js");
      this.charts = await Promise.all(
        this.script.plan.charts.map((chart, i) => draw(places[i] as HTMLElement, chart, tables)),
      );
    } catch (error) {
      console.warn(error);
      this.note([say("lab.chart_failed")]);
    }
  }

  private press(preset: number): void {
    for (const button of this.section.querySelectorAll("[data-preset]")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-preset") === String(preset)));
    }
    for (const story of this.section.querySelectorAll<HTMLElement>("[data-story]")) {
      story.hidden = story.dataset["story"] !== String(preset);
    }
  }

  private click(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLElement>("button");
    if (!button) return;
    const { preset, do: action } = button.dataset;
    if (preset !== undefined) {
      this.press(Number(preset));
      void this.set(this.script.plan.presets[Number(preset)] ?? {}).then(() => this.moved());
    } else if (action === "reset") {
      this.press(-1);
      this.note([]);
      void this.set({});
    } else if (action === "link") {
      const url = link(this.script.plan, readControls(this.section, this.script.plan));
      history.replaceState(null, "", url);
      navigator.clipboard?.writeText(url).then(
        () => this.note([say("lab.copied")]),
        () => this.note([say("lab.copy_by_hand", { link: url })]),
      ) ?? this.note([say("lab.copy_by_hand", { link: url })]);
    }
  }

  /** A case is a move of the lab too: it passes the prediction. */
  private moved(): void {
    this.section.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

const live = new Map<string, LiveLab>();

async function wake(section: HTMLElement): Promise<void> {
  const id = section.dataset["lab"] ?? "";
  section.dataset["state"] = "starting";
  try {
    await Promise.all([loadScript("labs/draws.js"), loadScript(`labs/${id}.js`)]);
    const script = window.coursekit?.labs?.[id];
    if (!script) throw new Error(`labs/${id}.js`);
    const lab = new LiveLab(section, script);
    live.set(id, lab);
    await lab.set({});
    section.dataset["state"] = "ready";
  } catch (error) {
    console.warn(error);
    section.dataset["state"] = "failed";
  }
}

function follow(): void {
  const asked = readLink(location.hash);
  if (!asked) return;
  const lab = live.get(asked.id);
  const script = window.coursekit?.labs?.[asked.id];
  if (!lab || !script) {
    live.values().next().value?.note([say("lab.bad_lab", { id: asked.id.slice(0, 40) })]);
    return;
  }
  const { keys, notes } = sift(script.plan, asked.asked);
  lab.note(asked.note ? [asked.note] : notes);
  void lab.set(keys);
  document.getElementById(`lab-${asked.id}`)?.scrollIntoView();
}

void Promise.all([...document.querySelectorAll<HTMLElement>("section.lab")].map(wake)).then(follow);
window.addEventListener("hashchange", follow);
