// A lesson's page: the projector view, the printed worksheet with its codes, and the link that assigns the lesson.
import sentences from "../../../src/coursekit/words/en/lesson.json";
import { addSentences } from "../shared/say";
import { assignButton } from "./assign";
import { startProjector } from "./projector";
import { fillWorksheet } from "./worksheet";

addSentences(sentences);

const button = (section: HTMLElement, name: string): HTMLButtonElement | null =>
  section.querySelector<HTMLButtonElement>(`button[data-do="${name}"]`);

function startLesson(section: HTMLElement): void {
  fillWorksheet();
  const projector = startProjector();
  button(section, "project")?.addEventListener("click", () => projector.open());
  button(section, "print")?.addEventListener("click", () => window.print());
  assignButton(section, button(section, "assign"));
  for (const one of section.querySelectorAll("button")) one.disabled = false;
  section.dataset.state = "ready";
}

for (const section of document.querySelectorAll<HTMLElement>("section.lesson")) startLesson(section);
