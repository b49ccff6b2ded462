// One exercise's section: its editor, its buttons, and the work that is kept.

import { rich } from "../code/feedback";
import { Runner, type Task } from "../code/runner";
import { Keeper } from "../code/saved/autosave";
import { fingerprint } from "../code/saved/saved_code";
import { ask, BUTTONS, Parts } from "../code/section";
import { alsoElsewhere, nameSize, workOn } from "../code/workspace";
import { say } from "../shared/words";
import { difference } from "./difference";
import type { Exercise } from "./types";
import { filled, fillIn, variantFor } from "./variants";

/** Bring the section to life. */
export async function mount(section: HTMLElement, exercise: Exercise): Promise<void> {
  const parts = new Parts(section);
  const keeper = await Keeper.open(`exercise/${exercise.id}`, exercise.starter, exercise.version);
  const { work } = keeper;
  const variant = await variantFor(exercise, work);
  if (variant) fillIn(section, variant);
  const [setup, tests] = [exercise.setup, exercise.tests].map((code) => (variant?.code ?? "") + code) as [
    string,
    string,
  ];
  const hints = exercise.hints.map((hint) => filled(hint, variant));
  const title = say("exercise.editor", { title: exercise.title });
  const field = workOn(parts, keeper, title, { namespace: `exercise/${exercise.id}`, before: () => setup });
  const runner = new Runner(parts, { ...exercise, setup, tests, namespace: `exercise/${exercise.id}` });
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
  const press = async (task: Task): Promise<void> => {
    const code = field.value();
    const { ended, report } = await runner.go(task, code);
    if (ended) keeper.ran(code, task, parts.state);
    if (!parts.solution.hidden) showSolution(parts, exercise, code); // beside what the code is now
    if (!report) return;
    const print = fingerprint(code);
    if (print !== fingerprint(exercise.starter) && !work.tried.includes(print))
      keeper.keep({ tried: [...work.tried, print] });
    if (report.passed) keeper.keep({ passed: true });
  };

  parts.on("run", () => void press("run"));
  parts.on("check", () => void press("check"));
  parts.on("stop", () => runner.stop());
  parts.on("hint", () => {
    keeper.keep({ hints: Math.min(hints.length, work.hints + 1) });
    showHints(parts, hints, work.hints);
  });
  parts.on("solution", () => {
    const enough = work.passed || work.tried.length >= 2 || (work.tried.length >= 1 && work.hints >= hints.length);
    if (enough) showSolution(parts, exercise, field.value());
    else parts.say(parts.state, say("exercise.try-first"));
  });
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

  const reached = (): void => {
    if (work.hints) showHints(parts, hints, work.hints);
    showUndo();
  };
  alsoElsewhere(parts, keeper, field, reached);
  reached();
  if (work.starter !== exercise.starter) {
    // The course has changed this exercise since the learner began: ask, and lose neither.
    ask(parts.notice, say("exercise.changed"), [
      [
        "exercise.keep-mine",
        () => {
          keeper.keep({ starter: exercise.starter });
          field.focus();
        },
      ],
      [
        "exercise.take-new",
        () => {
          replace(exercise.starter, { starter: exercise.starter, undo: field.value() });
          field.focus();
        },
      ],
    ]);
  }
  void nameSize(parts, exercise.packages);
}

function showHints(parts: Parts, hints: string[], many: number): void {
  const list = document.createElement("ol");
  list.append(
    ...hints.slice(0, many).map((hint) => {
      const item = document.createElement("li");
      item.append(rich(hint));
      return item;
    }),
  );
  const title = document.createElement("p");
  title.className = "label";
  title.textContent = say("exercise.hints", { seen: many, all: hints.length });
  parts.hints.replaceChildren(title, list);
  parts.hints.hidden = false;
  parts.usable("hint", many < hints.length);
}

function showSolution(parts: Parts, exercise: Exercise, mine: string): void {
  const solution = exercise.solution ?? "";
  const title = document.createElement("p");
  title.className = "label";
  title.textContent = say("exercise.one-solution");
  const code = document.createElement("pre");
  code.tabIndex = 0;
  code.textContent = solution;
  const same = document.createElement("p");
  same.textContent = say("exercise.no-difference");
  parts.solution.replaceChildren(title, code, difference(mine, solution) ?? same);
  parts.solution.hidden = false;
}
