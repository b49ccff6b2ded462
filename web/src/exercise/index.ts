// Exercises: the editor, Run, Check and what belongs to them.
import { mountCells } from "../cell/chapter_cells";
import { openLabCell } from "../cell/lab_cell";
import { preloadPython } from "../python/preload";
import { loadOfPage } from "../shared/load_script";
import { pageGlobal } from "../shared/page_global";
import { say } from "../shared/words";
import { mountExercise } from "./exercise";
import { exerciseGlobals } from "./types";

async function loadExercise(section: HTMLElement): Promise<void> {
  const id = section.id.replace(/^exercise-/, "");
  const file = `exercises/${id}.js`;
  try {
    await loadOfPage("exercises", file);
    const exercise = exerciseGlobals().exercises?.[id];
    if (!exercise) throw new Error(file);
    await mountExercise(section, exercise);
  } catch (error) {
    const status = section.querySelector("[role=status]");
    if (status) status.textContent = say("exercise.not-loaded", { file, detail: (error as Error).message });
    section.dataset.state = "error";
  }
}

// A page with exercises links this script itself (see src/coursekit/book/directives/exercise/exercises.py): whoever fills in an editor that
// is still out of sight finds it at work. The page's loader is told that it is here.
pageGlobal("coursekitScripts", () => new Map<string, Promise<void>>()).set("exercise.js", Promise.resolve());
const sections = [...document.querySelectorAll<HTMLElement>("section.exercise")];
const waking = sections.map(loadExercise);
exerciseGlobals().openLabCell = openLabCell; // asked for by a lab's own script
void mountCells(); // in this bundle, so that a page has one Python for its cells and its exercises
void Promise.all(waking).then(() => {
  const cells = document.querySelector("script.cells")?.textContent;
  const ofCells = cells ? (JSON.parse(cells) as { packages: string[] }).packages : [];
  const ofExercises = sections.flatMap(
    ({ id }) => exerciseGlobals().exercises?.[id.replace(/^exercise-/, "")]?.packages ?? [],
  );
  preloadPython([...new Set([...ofCells, ...ofExercises])]);
});
