// One exercise's section: its editor, its buttons, and the work that is kept.
import { python } from "../python";
import { get } from "../store";
import { say } from "../words";
import { rich } from "./feedback";
import { makeField, rowsFor } from "./field";
import { fingerprint, Keeper } from "./keep";
import { BUTTONS, Parts } from "./parts";
import { megabytes } from "./progress";
import { FETCHED, Runner } from "./run";
import type { Exercise, Field } from "./types";

/** Bring the section to life. */
export async function mount(section: HTMLElement, exercise: Exercise): Promise<void> {
  const parts = new Parts(section);
  const keeper = await Keeper.open(exercise.id, exercise.starter, () => parts.say(parts.state, say("exercise.not-kept")));
  const { work } = keeper;
  parts.area.value = work.code;
  parts.area.rows = rowsFor(work.code);
  parts.area.readOnly = false;
  const field = makeField(parts.area, exercise.title, () => keeper.keep({ code: field.value() }));
  const runner = new Runner(parts, exercise);
  for (const name of BUTTONS) parts.usable(name, name !== "stop");

  const showUndo = (): void => {
    const undo = parts.button("undo");
    if (undo) undo.hidden = work.undo === undefined;
  };
  const replace = (code: string, changes: Partial<typeof work>): void => {
    field.set(code);
    keeper.keep({ ...changes, code });
    showUndo();
  };

  parts.on("run", () => void runner.go("run", field.value()));
  parts.on("check", () => void check());
  parts.on("stop", () => runner.stop());
  parts.on("hint", () => hint());
  parts.on("solution", () => solution());
  parts.on("reset", () => {
    if (field.value() !== exercise.starter) replace(exercise.starter, { undo: field.value() });
    parts.clear();
    parts.say("idle", say(work.undo === undefined ? "exercise.was-reset" : "exercise.reset-kept"));
  });
  parts.on("undo", () => {
    replace(work.undo ?? "", { undo: undefined });
    parts.say("idle", say("exercise.undone"));
    field.focus();
  });

  async function check(): Promise<void> {
    const code = field.value();
    const report = await runner.go("check", code);
    if (!report) return;
    const print = fingerprint(code);
    if (print !== fingerprint(exercise.starter) && !work.tried.includes(print)) keeper.keep({ tried: [...work.tried, print] });
    if (report.passed) keeper.keep({ passed: true });
  }

  function hint(): void {
    keeper.keep({ hints: Math.min(exercise.hints.length, work.hints + 1) });
    showHints(parts, exercise, work.hints);
  }

  function solution(): void {
    const enough = work.passed || work.tried.length >= 2 || (work.tried.length >= 1 && work.hints >= exercise.hints.length);
    if (!enough) return parts.say(parts.state, say("exercise.try-first"));
    showSolution(parts, exercise);
  }

  if (work.hints) showHints(parts, exercise, work.hints);
  if (work.starter !== exercise.starter) offerNew(parts, exercise, field, keeper, replace);
  showUndo();
  void nameSize(parts, exercise);
}

function showHints(parts: Parts, exercise: Exercise, many: number): void {
  const list = document.createElement("ol");
  list.append(
    ...exercise.hints.slice(0, many).map((hint) => {
      const item = document.createElement("li");
      item.append(rich(hint));
      return item;
    }),
  );
  const title = document.createElement("p");
  title.className = "label";
  title.textContent = say("exercise.hints", { seen: many, all: exercise.hints.length });
  parts.hints.replaceChildren(title, list);
  parts.hints.hidden = false;
  parts.usable("hint", many < exercise.hints.length);
}

function showSolution(parts: Parts, exercise: Exercise): void {
  const title = document.createElement("p");
  title.className = "label";
  title.textContent = say("exercise.one-solution");
  const code = document.createElement("pre");
  code.tabIndex = 0;
  code.textContent = exercise.solution ?? "";
  parts.solution.replaceChildren(title, code);
  parts.solution.hidden = false;
}

/** The course has changed this exercise since the learner began: ask, and lose neither. */
function offerNew(
  parts: Parts,
  exercise: Exercise,
  field: Field,
  keeper: Keeper,
  replace: (code: string, changes: Partial<Keeper["work"]>) => void,
): void {
  const text = document.createElement("p");
  text.append(rich(say("exercise.changed")));
  const bar = document.createElement("div");
  bar.className = "bar";
  const choice = (key: string, act: () => void): void => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say(key);
    button.addEventListener("click", () => {
      act();
      parts.notice.hidden = true;
      field.focus();
    });
    bar.append(button);
  };
  choice("exercise.keep-mine", () => keeper.keep({ starter: exercise.starter }));
  choice("exercise.take-new", () => replace(exercise.starter, { starter: exercise.starter, undo: field.value() }));
  parts.notice.replaceChildren(text, bar);
  parts.notice.hidden = false;
}

/** Say how much the first run will fetch, before it does. */
async function nameSize(parts: Parts, exercise: Exercise): Promise<void> {
  try {
    const bytes = await python.size(exercise.packages);
    if (bytes === 0 || parts.busy || (await get<boolean>(FETCHED))) return;
    parts.size.textContent = say("exercise.size", { size: megabytes(bytes) });
  } catch (error) {
    // Opened as a file, or cut off: say so now, not after the click.
    parts.size.textContent = (error as Error).message;
  }
  parts.size.hidden = false;
}
