// A lab's code in a cell beneath it: what Copy as Python copies, to be changed and run. It runs at a click, never by itself.

import { Runner } from "../code/runner";
import { Autosave } from "../code/saved/autosave";
import { CodeSection } from "../code/section";
import type { Field } from "../code/types";
import { mountEditor, showDownloadSize, showHistoryAndConflicts } from "../code/workspace";
import { element } from "../shared/element";
import { say } from "../shared/words";

interface OpenCell {
  section: HTMLElement;
  field: Field;
  take(code: string): void;
}
/** Stands in the template's ids and in what refers to them, in place of the cell's own. */
const TEMPLATE_ID = "cell-lab";

const opened = new Map<string, Promise<OpenCell>>();

/** Open the cell under `lab`, or bring it to `code`; what the learner had written is set aside among the last runs. */
export async function openLabCell(lab: HTMLElement, id: string, code: string): Promise<void> {
  let cell = opened.get(id);
  if (!cell) {
    cell = mount(lab, id, code);
    opened.set(id, cell);
  }
  const { section, field, take } = await cell;
  take(code);
  section.scrollIntoView({ block: "nearest" });
  field.focus();
}

async function mount(lab: HTMLElement, id: string, code: string): Promise<OpenCell> {
  const template = document.querySelector<HTMLTemplateElement>("template#lab-cell");
  if (!template) throw new Error("template#lab-cell");
  const name = `lab-${id}-cell`;
  const about = { className: "cell", id: name, "data-state": "idle", "aria-label": say("cell.of-lab") };
  const section = element("section", about, template.content.cloneNode(true));
  for (const part of section.querySelectorAll("*")) {
    for (const { name: attribute, value } of [...part.attributes])
      if (value.includes(TEMPLATE_ID)) part.setAttribute(attribute, value.replaceAll(TEMPLATE_ID, name));
  }
  for (const part of section.querySelectorAll<HTMLElement>(".start, .as-built")) part.remove();
  section.querySelector<HTMLElement>(".live")?.removeAttribute("hidden");
  lab.after(section);
  const packages = JSON.parse(template.dataset.packages ?? "[]") as string[];
  const parts = new CodeSection(section);
  const autosave = await Autosave.open(`cell/lab/${id}`, code);
  const field = mountEditor(parts, autosave, say("cell.of-lab"), { namespace: `lab/${id}`, before: () => "" });
  const limit_s = Number(template.dataset.limit ?? 10);
  const runner = new Runner(parts, { setup: "", tests: "", packages, limit_s, namespace: `lab/${id}`, wing: "cell" });
  let latest = code;
  const take = (next: string): void => {
    latest = next;
    if (field.value() === next) return;
    if (autosave.work.code !== autosave.work.starter) autosave.setAside();
    field.set(next);
    autosave.save({ code: next, starter: next });
  };
  const showUndo = (): void => {
    for (const button of section.querySelectorAll<HTMLElement>("button[data-do=undo]"))
      button.hidden = autosave.work.undo === undefined;
  };
  for (const name of ["run", "stop", "reset", "undo"] as const) parts.setEnabled(name, name !== "stop");
  parts.onClick("run", () => {
    const now = field.value();
    void runner.run("run", now).then(({ ended }) => ended && autosave.recordRun(now, "run", parts.state));
  });
  parts.onClick("stop", () => runner.stop());
  parts.onClick("reset", () => {
    const before = field.value();
    if (before !== latest) autosave.replaceCode(latest, before);
    field.set(latest);
    parts.clear();
    showUndo();
    parts.setState("idle", say(before === latest ? "exercise.was-reset" : "exercise.reset-kept"));
  });
  parts.onClick("undo", () => {
    autosave.replaceCode(autosave.work.undo ?? latest, undefined);
    field.set(autosave.work.code);
    showUndo();
    parts.setState("idle", say("exercise.undone"));
  });
  showHistoryAndConflicts(parts, autosave, field, showUndo);
  showUndo();
  void showDownloadSize(parts, packages);
  return { section, field, take };
}
