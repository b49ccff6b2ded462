// A Markdown output: as text at once, as it is meant once the script for that has come.
import { element } from "../shared/element";
import { loadScript } from "../shared/load_script";
import { sanitizeHtml } from "../shared/sanitize_html";
import { setAside, typesetMath } from "../shared/typeset_math";
import type { Marker } from "./markdown";

/** Characters beyond which Markdown stays text: nobody reads it, and the page would stand still. */
const MAX_LENGTH = 100_000;

export function renderMarkdown(text: string): HTMLElement {
  const box = element("div", { className: "markdown" }, element("pre", { className: "value" }, text));
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
