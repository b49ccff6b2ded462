// What the learner does that no other script keeps: a chapter or a lesson opened and read to its end, a lab moved.
import { assignedName } from "../assignment/course";
import { currentPath } from "../assignment/site";
import { recordSeen } from "./seen";

const labId = (target: EventTarget | null): string | undefined =>
  (target as Element | null)?.closest?.("section.lab")?.id.replace(/^lab-/, "");

/** ms in which a lab is noted once: a drag is hundreds of inputs, and each would ask the store. */
const NOTED_MS = 1000;

function observeLabs(): void {
  const noted = new Map<string, number>();
  const moved = (id: string | undefined): void => {
    if (!id || performance.now() - (noted.get(id) ?? -NOTED_MS) < NOTED_MS) return;
    noted.set(id, performance.now());
    void recordSeen("moved", id);
  };
  document.addEventListener("input", ({ target }) => moved(labId(target)));
  document.addEventListener("click", ({ target }) => {
    const preset = (target as Element).closest?.("[data-preset]");
    if (preset) moved(labId(preset));
  });
}

function observeChapter(): void {
  const chapter = assignedName(currentPath());
  if (!chapter) return;
  void recordSeen("opened", chapter);
  // A chapter ends in scripts, which no one ever sees.
  const parts = document.querySelectorAll("article > :not(script, style, template, [hidden])");
  const end = document.querySelector("nav.turn") ?? parts[parts.length - 1];
  if (!end || !("IntersectionObserver" in window)) return;
  const observer = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    observer.disconnect();
    void recordSeen("read", chapter);
  });
  observer.observe(end);
}

/** Note from now on what is moved and read on this page. */
export function observe(): void {
  observeLabs();
  observeChapter();
}
