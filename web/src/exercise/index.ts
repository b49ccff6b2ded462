// Exercises: the editor, Run, Check and what belongs to them. Loaded by page.ts where a page has one.
import { loadScript } from "../load";
import { say } from "../words";
import { mount } from "./card";
import { shelf } from "./types";

async function wake(section: HTMLElement): Promise<void> {
  const id = section.id.replace(/^exercise-/, "");
  const file = `exercises/${id}.js`;
  try {
    await loadScript(file);
    const exercise = shelf().exercises?.[id];
    if (!exercise) throw new Error(file);
    await mount(section, exercise);
  } catch (error) {
    const status = section.querySelector("[role=status]");
    if (status) status.textContent = say("exercise.not-loaded", { file, detail: (error as Error).message });
    section.dataset["state"] = "error";
  }
}

for (const section of document.querySelectorAll<HTMLElement>("section.exercise")) void wake(section);
