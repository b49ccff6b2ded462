// A Markdown output: as text at once, as it is meant once the script for that has come.
import { loadScript } from "../shared/load_script";
import { sanitizeHtml } from "../shared/sanitize_html";
import type { Marker } from "./markdown";
import { setAside, typesetMath } from "./math_output";

/** Characters beyond which Markdown stays text: nobody reads it, and the page would stand still. */
const MAX_LENGTH = 100_000;

export function renderMarkdown(text: string): HTMLElement {
  const box = document.createElement("div");
  box.className = "markdown";
  const raw = document.createElement("pre");
  raw.className = "value";
  raw.textContent = text;
  box.append(raw);
  if (text.length > MAX_LENGTH) return box;
  void loadScript("markdown.js").then(
    () => {
      const marker = (window as unknown as { coursekit?: { markdown?: Marker } }).coursekit?.markdown;
      if (!marker) return;
      const { text: rest, putBack } = setAside(text);
      box.replaceChildren(sanitizeHtml(marker.html(rest)));
      putBack(box);
      typesetMath(box);
    },
    () => undefined, // then it stays as it was written
  );
  return box;
}
