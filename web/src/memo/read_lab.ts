// What a lab says just now, as a memo takes it over: settings, sentence, numbers, charts.

import { chartsAsSvg } from "../lab/actions";
import { labLink, readControls } from "../lab/controls/state";

export interface LabReading {
  settings: [string, string][];
  said: string;
  /** The first row names the packages. */
  numbers: string[][];
  leftOut: string;
  svg: string;
  link: string;
}

const text = (node: Element | null | undefined): string => (node?.textContent ?? "").replace(/\s+/g, " ").trim();

/** Each control that counts, with what it is set to; boxes that are ticked come together under `chosen`. */
function settings(section: HTMLElement, chosen: string, nothing: string): [string, string][] {
  const found: [string, string][] = [];
  const ticked: string[] = [];
  let boxes = false;
  for (const row of section.querySelectorAll<HTMLElement>("form.controls .row")) {
    if (row.closest("[data-when][hidden]")) continue;
    const input = row.querySelector<HTMLInputElement | HTMLSelectElement>(
      "input:not([type=radio]), input:checked, select",
    );
    if (!input) continue;
    const name = text(row.querySelector("legend, label"));
    if (input.type === "radio") found.push([name, text(input.labels?.[0])]);
    else if (input instanceof HTMLSelectElement) found.push([name, text(input.selectedOptions[0])]);
    else if (input.type === "checkbox") {
      boxes = true;
      if (input.checked) ticked.push(name);
    } else found.push([name, text(row.querySelector("output"))]);
  }
  if (boxes) found.push([chosen, ticked.join(", ") || nothing]);
  return found;
}

/** The lab's table at the setting (one row a package), turned so that the packages stand side by side. */
function numbers(section: HTMLElement, head: string, packages: number, along: boolean): string[][] {
  const table = section.querySelector<HTMLTableElement>("details.numbers table");
  if (!table) return [];
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(text);
  const rows = [...(table.tBodies[0]?.rows ?? [])].slice(0, packages).map((row) => [...row.cells].map(text));
  const from = along ? 2 : 1; // the second column is the parameter along the curve
  const turned = heads.slice(from).map((name, i) => [name, ...rows.map((row) => row[i + from] ?? "")]);
  // What is the same for all packages tells nothing of them; the sentence says it.
  const told = turned.filter(([, ...cells]) => cells.length < 2 || new Set(cells).size > 1);
  return [[head, ...rows.map((row) => row[0] ?? "")], ...told];
}

/** All that the memo needs of the lab `id`; null while the lab has not started. */
export function readLab(id: string, words: { chosen: string; nothing: string; quantity: string }): LabReading | null {
  const section = document.getElementById(`lab-${id}`);
  const plan = window.coursekit?.labs?.[id]?.plan;
  if (!section || !plan || section.dataset.state !== "ready") return null;
  const drawn = chartsAsSvg(section);
  return {
    settings: settings(section, words.chosen, words.nothing),
    said: text(section.querySelector(".says")),
    numbers: numbers(section, words.quantity, Object.keys(plan.compare).length, plan.x !== null),
    leftOut: text(section.querySelector(".caption")),
    svg: drawn?.svg ?? "",
    link: labLink(plan, readControls(section, plan)),
  };
}
