// Shares and ticks in the lists of chapters: beside the text, and on the landing page.
import { pathOf } from "../assignment/site";
import { element } from "../shared/element";
import { say } from "../shared/say";
import { fraction, isFinished, KINDS, type PageProgress, type Share } from "./reckoning";

const LINKS = "#contents li > a, ol.chapters > li > a";

/** A share in whole per cent; 100 only where all is done. */
export const percent = (share: Share): number => Math.round(100 * fraction(share));

/** How much of each kind is done, in words; kinds that a page has none of are left out. */
export const kindsInWords = (progress: PageProgress): string[] =>
  KINDS.filter((kind) => progress.kinds[kind].all > 0).map((kind) => {
    const { done, all } = progress.kinds[kind];
    return say(done === all ? `progress.${kind}.all` : `progress.${kind}.some`, { done, all });
  });

/** Mark every entry of the lists with how much of its page is done. */
export function showInLists(pages: Map<string, PageProgress>): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(LINKS)) {
    const progress = pages.get(pathOf(link.href));
    const item = link.closest("li");
    if (progress && item) showInEntry(item, link, progress);
  }
}

function showInEntry(item: HTMLElement, link: HTMLAnchorElement, progress: PageProgress): void {
  const share = fraction(progress);
  item.dataset.progress = String(share);
  item.dataset.stand = share === 1 ? "done" : share ? "begun" : "open";
  const told = link.querySelector<HTMLElement>(".share") ?? element("small", { className: "share" });
  if (!told.isConnected) link.append(" ", told);
  const sign = share === 1 ? "✓" : share ? say("progress.percent", { percent: percent(progress) }) : "";
  const said = share ? ` ${say("progress.word")}` : "";
  // Beside the text there is room for the sign alone; the word is then for screen readers.
  if (told.textContent !== sign + said)
    told.replaceChildren(sign, ...(said ? [element("span", { className: "word" }, said)] : []));
  // All kinds are told where there is room: on the landing page, and of the page that is open.
  const open = link.matches("[aria-current=page]");
  if (!item.closest("ol.chapters") && !open) return;
  const kinds = item.querySelector<HTMLElement>(":scope > .kinds") ?? element("p", { className: "kinds" });
  if (!kinds.isConnected) item.append(kinds);
  const finished = isFinished(progress) && share < 1 ? [say("progress.but-exercises")] : [];
  write(kinds, share || open ? [...kindsInWords(progress), ...finished].join(" · ") : "");
}

/** Write a text unless it stands there: what has not changed is not announced again. */
export function write(place: Element | null | undefined, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}
