// The choice, chapter by chapter: boxes, points, and for labs the state in which they open.

import { element } from "../../shared/element";
import { say } from "../../shared/words";
import { type Course, chapters, courseEntries } from "../course";
import type { Kind } from "../format";
import { type Pick, plainTitle, type Selection, setChapter } from "./selection";

const PARTS: readonly Kind[] = ["exercise", "question", "reflection"];
const STATE = /^[\w.=&%+*~-]{0,500}$/;

/** What is chosen, shown in boxes; `changed` is called after each change. */
export class SelectionRows {
  readonly root = element("div", { className: "choice" });
  private shown: (() => void)[] = [];

  constructor(
    private readonly course: Course,
    private selection: Selection,
    private readonly changed: () => void,
  ) {
    for (const chapter of chapters(course)) this.root.append(this.chapter(chapter));
  }

  /** Show another selection. */
  take(selection: Selection): void {
    this.selection = selection;
    this.show();
  }

  private show(): void {
    for (const one of this.shown) one();
  }

  private pick(name: string): Pick {
    return this.selection.get(name) ?? { on: false, points: 1, state: "" };
  }

  private box(name: string, text: string, set: (on: boolean) => void, id = ""): HTMLElement {
    const input = element("input", { type: "checkbox", id: `assign-${name.replace("/", "-")}` });
    input.addEventListener("change", () => {
      set(input.checked);
      this.show();
      this.changed();
    });
    this.shown.push(() => {
      input.checked = this.pick(name).on;
    });
    const label = element("label", { htmlFor: input.id }, text);
    if (id) label.append(" ", element("small", {}, id));
    return element("span", { className: "box" }, input, label);
  }

  private chapter(chapter: { id: string; path: string; title: string; minutes?: number }): HTMLElement {
    const time = chapter.minutes ? ` · ${say("assign.minutes", { n: chapter.minutes })}` : "";
    const parts = PARTS.flatMap((kind) =>
      courseEntries(this.course, kind, plainTitle)
        .filter(({ page }) => page === chapter.path)
        .map((one) => ({ kind, ...one })),
    );
    const labs = this.course.labs.filter(({ page }) => page === chapter.path);
    const set = (on: boolean): void => setChapter(this.selection, this.course, chapter, on);
    const head = this.box(`chapter/${chapter.id}`, chapter.title + time, set);
    const summary = element("summary");
    const names = [...parts.map(({ kind, id }) => `${kind}/${id}`), ...labs.map(({ id }) => `lab/${id}`)];
    this.shown.push(() => {
      const n = names.filter((name) => this.pick(name).on).length;
      summary.textContent = n ? say("assign.chosen", { n, all: names.length }) : say("assign.none");
      summary.setAttribute("aria-label", `${chapter.title}: ${summary.textContent}`);
    });
    const list = element("ul", {}, ...parts.map(({ kind, id, name }) => this.part(kind, id, name)));
    const inside = element("details", {}, summary, list);
    if (labs.length)
      inside.append(
        element("p", { className: "label" }, say("assign.labs")),
        element("ul", {}, ...labs.map((lab) => this.lab(lab))),
      );
    return element("div", { className: "chapter" }, head, inside);
  }

  private part(kind: Kind, id: string, title: string): HTMLElement {
    const name = `${kind}/${id}`;
    const text =
      kind === "reflection" ? say("assignment.kind-reflection") : `${say(`assignment.kind-${kind}`)}: ${title}`;
    const points = element("input", { type: "number", min: "0", max: "1000", step: "0.5" });
    points.setAttribute("aria-label", say("assign.points-of", { name: text }));
    points.addEventListener("input", () => {
      const value = Math.round(points.valueAsNumber * 100) / 100;
      if (value >= 0 && value <= 1000) this.pick(name).points = value;
      this.changed();
    });
    this.shown.push(() => {
      points.disabled = !this.pick(name).on;
      if (document.activeElement !== points) points.value = String(this.pick(name).points);
    });
    const set = (on: boolean): void => {
      this.pick(name).on = on;
    };
    return element(
      "li",
      {},
      this.box(name, text, set, id),
      element("span", { className: "points" }, points, ` ${say("assign.points-short")}`),
    );
  }

  private lab(lab: Course["labs"][number]): HTMLElement {
    const name = `lab/${lab.id}`;
    const choice = element("select");
    choice.setAttribute("aria-label", say("assign.lab-state", { name: lab.title }));
    choice.append(element("option", { value: "" }, say("assign.lab-plain")));
    for (const preset of lab.presets) choice.append(element("option", { value: preset.state }, preset.name));
    choice.append(element("option", { value: "link" }, say("assign.lab-link")));
    const field = element("input", {
      type: "text",
      id: `assign-lab-${lab.id}-link`,
      autocomplete: "off",
      spellcheck: false,
    });
    const fault = element("p", { className: "fault", role: "status" });
    const pasted = element("div", { className: "field", hidden: true });
    pasted.append(element("label", { htmlFor: field.id }, say("assign.lab-paste", { name: lab.title })), field, fault);
    const known = new Set(lab.presets.map(({ state }) => state));
    let asked: Pick | undefined; // for which a link was asked for
    choice.addEventListener("change", () => {
      const link = choice.value === "link";
      asked = link ? this.pick(name) : undefined;
      if (!link) Object.assign(this.pick(name), { state: choice.value, on: true });
      this.show();
      this.changed();
      if (link) field.focus();
    });
    field.addEventListener("input", () => {
      const state = labStateInLink(field.value, lab);
      fault.textContent = typeof state === "string" ? "" : state.fault;
      if (typeof state === "string") Object.assign(this.pick(name), { state, on: true });
      this.show();
      this.changed();
    });
    this.shown.push(() => {
      const pick = this.pick(name);
      const link = asked === pick || Boolean(pick.state && !known.has(pick.state));
      choice.value = link ? "link" : pick.state;
      pasted.hidden = !link;
      if (asked !== pick && link) field.value = `#lab-${lab.id}?${pick.state}`;
    });
    const set = (on: boolean): void => {
      this.pick(name).on = on;
    };
    return element(
      "li",
      {},
      this.box(name, `${say("assignment.kind-lab")}: ${lab.title}`, set, lab.id),
      choice,
      pasted,
    );
  }
}

/** The state in a pasted link of the lab; what is wrong with it, if something is. */
function labStateInLink(text: string, lab: Course["labs"][number]): string | { fault: string } {
  const found = /^\s*[^#]*#lab-([\w-]+)(?:\?(\S*))?\s*$/.exec(text) ?? (text.trim() ? null : ["", lab.id, ""]);
  const state = found?.[2] ?? "";
  if (found?.[1] !== lab.id || !STATE.test(state)) return { fault: say("assign.lab-bad") };
  for (const part of state.split("&").filter(Boolean)) {
    const control = part.split("=")[0] ?? "";
    if (!lab.controls.some(({ name }) => name === control))
      return { fault: say("assign.lab-unknown", { what: control }) };
  }
  return state;
}
