// Opens a lab's code in a cell beneath it; the cell's script and style come only then.
import { loadScript, staticRoot } from "../shared/load_script";

export async function openInCell(section: HTMLElement, id: string, code: string): Promise<void> {
  if (!document.querySelector('link[rel=stylesheet][href*="exercise"]')) {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = `${staticRoot}exercise.css`;
    document.head.append(style);
  }
  await loadScript("exercise.js");
  await window.coursekit?.openLabCell?.(section, id, code);
}
