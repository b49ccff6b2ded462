// A lab's code in a cell beneath it: what Copy as Python copies, to be changed and run. It runs at a click, never by itself.

import { Runner } from "../code/runner";
import { Keeper } from "../code/saved/autosave";
import { Parts } from "../code/section";
import type { Field } from "../code/types";
import { alsoElsewhere, nameSize, workOn } from "../code/workspace";
import { say } from "../shared/words";

interface Open {
  section: HTMLElement;
  field: Field;
  take(code: string): void;
}
const opened = new Map<string, Promise<Open>>();

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

async function mount(lab: HTMLElement, id: string, code: string): Promise<Open> {
  const template = document.querySelector<HTMLTemplateElement>("template#lab-cell");
  if (!template) throw new Error("template#lab-cell");
  const section = document.createElement("section");
  section.className = "cell";
  section.id = `lab-${id}-cell`;
  section.dataset.state = "idle";
  section.setAttribute("aria-label", say("cell.of-lab"));
  section.innerHTML = template.innerHTML.replaceAll("cell-lab", section.id); // the build's own words
  for (const part of section.querySelectorAll<HTMLElement>(".start, .as-built")) part.remove();
  section.querySelector<HTMLElement>(".live")?.removeAttribute("hidden");
  lab.after(section);
  const packages = JSON.parse(template.dataset.packages ?? "[]") as string[];
  const parts = new Parts(section);
  const keeper = await Keeper.open(`cell/lab/${id}`, code);
  const field = workOn(parts, keeper, say("cell.of-lab"), { namespace: `lab/${id}`, before: () => "" });
  const limit_s = Number(template.dataset.limit ?? 10);
  const runner = new Runner(parts, { setup: "", tests: "", packages, limit_s, namespace: `lab/${id}`, wing: "cell" });
  let latest = code;
  const take = (next: string): void => {
    latest = next;
    if (field.value() === next) return;
    if (keeper.work.code !== keeper.work.starter) keeper.aside();
    field.set(next);
    keeper.keep({ code: next, starter: next });
  };
  const showUndo = (): void => {
    for (const button of section.querySelectorAll<HTMLElement>("button[data-do=undo]"))
      button.hidden = keeper.work.undo === undefined;
  };
  for (const name of ["run", "stop", "reset", "undo"] as const) parts.usable(name, name !== "stop");
  parts.on("run", () => {
    const now = field.value();
    void runner.go("run", now).then(({ ended }) => ended && keeper.ran(now, "run", parts.state));
  });
  parts.on("stop", () => runner.stop());
  parts.on("reset", () => {
    const before = field.value();
    if (before !== latest) keeper.keep({ undo: before });
    field.set(latest);
    parts.clear();
    showUndo();
    parts.say("idle", say(before === latest ? "exercise.was-reset" : "exercise.reset-kept"));
  });
  parts.on("undo", () => {
    field.set(keeper.work.undo ?? latest);
    keeper.keep({ undo: undefined });
    showUndo();
    parts.say("idle", say("exercise.undone"));
  });
  alsoElsewhere(parts, keeper, field, showUndo);
  showUndo();
  void nameSize(parts, packages);
  return { section, field, take };
}
