// One exercise's section: its editor, its buttons, and the work that is kept.

import { inlineMarkup } from "../code/feedback";
import { type RunKind, Runner } from "../code/runner";
import { Autosave } from "../code/saved/autosave";
import { fingerprint } from "../code/saved/saved_code";
import { askInNotice, BUTTON_NAMES, CodeSection } from "../code/section";
import { mountEditor, showDownloadSize, showHistoryAndConflicts } from "../code/workspace";
import { element } from "../shared/element";
import { say } from "../shared/words";
import { codeDifference } from "./difference";
import type { Exercise } from "./types";
import { fillPlaceholders, showVariant, variantFor } from "./variants";

/** Bring the section to life. */
export async function mountExercise(section: HTMLElement, exercise: Exercise): Promise<void> {
  const parts = new CodeSection(section);
  const autosave = await Autosave.open(`exercise/${exercise.id}`, exercise.starter, exercise.version);
  const { work } = autosave;
  const variant = await variantFor(exercise, work);
  if (variant) showVariant(section, variant);
  const [setup, tests] = [exercise.setup, exercise.tests].map((code) => (variant?.code ?? "") + code) as [
    string,
    string,
  ];
  const hints = exercise.hints.map((hint) => fillPlaceholders(hint, variant));
  const title = say("exercise.editor", { title: exercise.title });
  const field = mountEditor(parts, autosave, title, { namespace: `exercise/${exercise.id}`, before: () => setup });
  const runner = new Runner(parts, { ...exercise, setup, tests, namespace: `exercise/${exercise.id}` });
  for (const name of BUTTON_NAMES) parts.setEnabled(name, name !== "stop");

  const showUndo = (): void => {
    const undo = parts.button("undo");
    if (undo) undo.hidden = work.undo === undefined;
  };
  const replace = (code: string, undo: string | undefined): void => {
    autosave.replaceCode(code, undo);
    field.set(code);
    showUndo();
  };
  const press = async (task: RunKind): Promise<void> => {
    const code = field.value();
    const { ended, report } = await runner.run(task, code);
    if (ended) autosave.recordRun(code, task, parts.state);
    if (!parts.solution.hidden) showSolution(parts, exercise, code); // beside what the code is now
    if (!report) return;
    const print = fingerprint(code);
    if (print !== fingerprint(exercise.starter) && !work.tried.includes(print))
      autosave.save({ tried: [...work.tried, print] });
    if (report.passed) autosave.save({ passed: true });
    markSolved(section, work.passed);
  };

  parts.onClick("run", () => void press("run"));
  parts.onClick("check", () => void press("check"));
  parts.onClick("stop", () => runner.stop());
  parts.onClick("hint", () => {
    autosave.save({ hints: Math.min(hints.length, work.hints + 1) });
    showHints(parts, hints, work.hints);
  });
  parts.onClick("solution", () => {
    const enough = work.passed || work.tried.length >= 2 || (work.tried.length >= 1 && work.hints >= hints.length);
    if (enough) {
      showSolution(parts, exercise, field.value());
      parts.solution.querySelector("pre")?.focus();
    } else parts.setState(parts.state, say("exercise.try-first"));
  });
  parts.onClick("reset", () => {
    if (field.value() !== exercise.starter) replace(exercise.starter, field.value());
    parts.clear();
    parts.setState("idle", say(work.undo === undefined ? "exercise.was-reset" : "exercise.reset-kept"));
  });
  parts.onClick("undo", () => {
    replace(work.undo ?? "", undefined);
    parts.setState("idle", say("exercise.undone"));
    field.focus();
  });

  const reached = (): void => {
    markSolved(section, work.passed);
    if (work.hints) showHints(parts, hints, work.hints);
    showUndo();
  };
  showHistoryAndConflicts(parts, autosave, field, reached);
  reached();
  if (work.starter !== exercise.starter) {
    // The course has changed this exercise since the learner began: ask, and lose neither.
    askInNotice(parts.notice, say("exercise.changed"), [
      [
        "exercise.keep-mine",
        () => {
          autosave.save({ starter: exercise.starter });
          field.focus();
        },
      ],
      [
        "exercise.take-new",
        () => {
          replace(exercise.starter, field.value());
          autosave.save({ starter: exercise.starter });
          field.focus();
        },
      ],
    ]);
  }
  void showDownloadSize(parts, exercise.packages);
}

/** Whoever comes back sees that the exercise is solved, whatever stands in the editor now. */
function markSolved(section: HTMLElement, solved: boolean): void {
  section.toggleAttribute("data-solved", solved);
  if (solved && !section.querySelector(":scope > .solved"))
    section.prepend(element("p", { className: "solved" }, say("exercise.solved")));
}

function showHints(parts: CodeSection, hints: string[], many: number): void {
  const shown = hints.slice(0, many).map((hint) => element("li", {}, inlineMarkup(hint)));
  const title = element("p", { className: "label" }, say("exercise.hints", { seen: many, all: hints.length }));
  // Written again after each run, they would be read out again after each run.
  if (parts.hints.dataset.shown !== String(many)) parts.hints.replaceChildren(title, element("ol", {}, ...shown));
  parts.hints.dataset.shown = String(many);
  parts.hints.hidden = false;
  parts.setEnabled("hint", many < hints.length);
}

function showSolution(parts: CodeSection, exercise: Exercise, mine: string): void {
  const solution = exercise.solution ?? "";
  parts.solution.replaceChildren(
    element("p", { className: "label" }, say("exercise.one-solution")),
    element("pre", { tabIndex: 0, role: "group", "aria-label": say("exercise.one-solution") }, solution),
    codeDifference(mine, solution) ?? element("p", {}, say("exercise.no-difference")),
  );
  parts.solution.hidden = false;
}
