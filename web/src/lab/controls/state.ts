// A lab's state in its controls and in the link: #lab-ID?name=value&….
import { say } from "../../shared/words";
import { formatNumber } from "../evaluate/sentences";
import type { Control, ControlValues, Plan, State } from "../types";
import { checkBudgets } from "./budget_view";
import { openModes } from "./modes";

const MAX_LINK_LENGTH = 2000;

export type { ControlValues };

/** The link's lab, what it sets, and what is wrong with it. */
export function readLink(hash: string): { id: string; asked: [string, string][]; note: string } | null {
  if (!hash.startsWith("#lab-")) return null;
  const [name = "", query = ""] = hash.slice(5, MAX_LINK_LENGTH + 5).split("?", 2);
  if (hash.length > MAX_LINK_LENGTH) return { id: name.slice(0, 80), asked: [], note: say("lab.bad_long") };
  return { id: name, asked: [...new URLSearchParams(query)], note: "" };
}

/** A control's value for what a link or a case says, or null if it cannot take it. */
export function acceptValue(control: Control, text: string): number | string | null {
  if (control.kind === "choice") return control.options?.includes(text) ? text : null;
  if (control.kind === "toggle") {
    if (["1", "true", "on"].includes(text.toLowerCase())) return "1";
    return ["0", "false", "off"].includes(text.toLowerCase()) ? "0" : null;
  }
  const number = text.trim() === "" ? NaN : Number(text);
  return Number.isFinite(number) && number >= (control.min ?? -Infinity) && number <= (control.max ?? Infinity)
    ? number
    : null;
}

/** What a control takes, in words. */
function describeRange(control: Control): string {
  if (control.kind === "choice") return say("lab.one_of", { options: (control.options ?? []).join(", ") });
  if (control.kind === "toggle") return say("lab.one_of", { options: "1, 0" });
  const bounds = [control.min ?? 0, control.max ?? 0].map(String);
  return say("lab.range", { low: bounds[0] ?? "", high: bounds[1] ?? "" });
}

/** Sort what a link asks for into what can be set and a note on what cannot. */
export function checkLink(plan: Plan, asked: [string, string][]): { keys: ControlValues; notes: string[] } {
  const keys: ControlValues = {};
  const notes: string[] = [];
  for (const [name, text] of asked) {
    const control = plan.controls.find((one) => one.name === name);
    const shown = { name: name.slice(0, 40), value: text.slice(0, 40) };
    if (!control) {
      notes.push(say("lab.bad_name", shown));
      continue;
    }
    const value = acceptValue(control, text);
    if (value === null) notes.push(say("lab.bad_value", { ...shown, range: describeRange(control) }));
    else keys[name] = value;
  }
  const named = new Set(Object.keys(keys));
  checkBudgets(plan.budgets, defaultValues(plan), keys, notes);
  const opened = openModes(plan, keys, named);
  return { keys: opened.keys, notes: [...notes, ...opened.notes] };
}

/** What every control is set to at first. */
export function defaultValues(plan: Plan): ControlValues {
  return Object.fromEntries(plan.controls.map((one) => [one.name, one.default]));
}

function fields(section: HTMLElement, name: string): (HTMLInputElement | HTMLSelectElement)[] {
  return [
    ...section.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`form.controls [name="${CSS.escape(name)}"]`),
  ];
}

/** The key that a control is set to: of a mode's tabs, the one that is chosen. */
function keyOf(section: HTMLElement, name: string): string | undefined {
  const found = fields(section, name);
  const chosen = found.length > 1 ? found.find((one) => one instanceof HTMLInputElement && one.checked) : found[0];
  if (chosen instanceof HTMLInputElement && chosen.type === "checkbox") return chosen.checked ? "1" : "0";
  return chosen?.value;
}

/** What each control is set to. */
export function readControls(section: HTMLElement, plan: Plan): ControlValues {
  const keys: ControlValues = {};
  for (const control of plan.controls) {
    const key = keyOf(section, control.name);
    if (key !== undefined) keys[control.name] = control.kind === "slider" ? Number(key) : key;
  }
  return keys;
}

/** Set the controls; those not named stay as they are. */
export function setControls(section: HTMLElement, keys: ControlValues): void {
  for (const [name, key] of Object.entries(keys)) {
    for (const input of fields(section, name)) {
      if (input instanceof HTMLInputElement && input.type === "checkbox") input.checked = String(key) === "1";
      else if (input instanceof HTMLInputElement && input.type === "radio") input.checked = input.value === String(key);
      else input.value = String(key);
    }
  }
}

/** Show beside each slider what it is set to, and of the controls that a mode chooses among those that count. */
export function showValues(section: HTMLElement): void {
  for (const row of section.querySelectorAll<HTMLElement>("form.controls [data-when]")) {
    const [name = "", key = ""] = row.dataset.when?.split("=", 2) ?? [];
    row.hidden = keyOf(section, name) !== key;
  }
  for (const input of section.querySelectorAll<HTMLInputElement>("form.controls input[type=range]")) {
    const { form = ",", unit = "" } = input.dataset;
    const text = `${formatNumber(Number(input.value), form)} ${unit}`.trim();
    const output = input.parentElement?.querySelector("output");
    if (output && output.textContent !== text) output.textContent = text;
    input.setAttribute("aria-valuetext", text);
  }
}

/** The controls' keys as numbers, as the model takes them. */
export function asNumbers(plan: Plan, keys: ControlValues): State {
  const state: State = {};
  for (const control of plan.controls) {
    const key = keys[control.name] ?? control.default;
    const place = control.options?.indexOf(String(key)) ?? -1;
    state[control.parameter ?? control.name] =
      control.kind === "choice" ? (control.values?.[place] ?? NaN) : Number(key);
  }
  return state;
}

/** The controls that stand elsewhere than at first: of a budget all parts, and the mode where what is moved would set
 * another. */
export function changedControls(plan: Plan, keys: ControlValues): Control[] {
  const moved = new Set(
    plan.controls.map((one) => one.name).filter((name, i) => String(keys[name]) !== String(plan.controls[i]?.default)),
  );
  for (const { parts } of plan.budgets)
    if (parts.some((name) => moved.has(name))) for (const name of parts) moved.add(name);
  for (const { name, when: [mode, key] = ["", ""] } of plan.controls)
    if (mode && moved.has(name) && String(keys[mode]) !== key) moved.add(mode);
  return plan.controls.filter((one) => moved.has(one.name));
}

/** The end of the lab's link, after the `?`: only what differs from the default is in it. */
export function stateQuery(plan: Plan, keys: ControlValues): string {
  return changedControls(plan, keys)
    .map((one) => `${one.name}=${encodeURIComponent(String(keys[one.name]))}`)
    .join("&");
}

/** The link that opens the lab as it stands. */
export function labLink(plan: Plan, keys: ControlValues): string {
  const query = stateQuery(plan, keys);
  return `${location.href.split("#")[0]}#lab-${plan.id}${query ? `?${query}` : ""}`;
}
