// What must be known before any of the files is used, at the head of the results.
import { element } from "../../shared/element";

const SOON_MS = 50; // marks kept in the browser come one by one: the list is made once for all of them

/** Returns what makes the list anew, soon, of the sentences that `of` then gives. */
export function warningsList(place: HTMLElement, of: () => string[]): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      const sentences = of();
      const shown = [...place.children].map(({ textContent }) => textContent);
      // A screen reader reads the list aloud when it changes, and only then.
      if (sentences.join("\n") !== shown.join("\n"))
        place.replaceChildren(...sentences.map((sentence) => element("li", {}, sentence)));
    }, SOON_MS);
  };
}
