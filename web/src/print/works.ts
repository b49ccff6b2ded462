// The list of the works that the page cites, in place of links to a list that is on no sheet.
import { element } from "../shared/element";
import { say } from "../shared/say";

export const CITATION = 'a[href*="bibliography.html#"][title], a.cite[href*="#"]';

/** The list's entry for the work that a link names. */
export const workId = (link: HTMLAnchorElement): string => `work-${link.hash.slice(1)}`;

/** Each work that the page's text cites, once: its id in the list, and its entry. */
export function citedWorks(article: Element): { id: string; text: string }[] {
  const found = new Map<string, string>();
  for (const link of article.querySelectorAll<HTMLAnchorElement>(CITATION)) {
    const entry = link.title || (link.textContent ?? "");
    if (!found.get(workId(link)) || link.title) found.set(workId(link), entry);
  }
  const works = [...found].map(([id, text]) => ({ id, text }));
  return works.sort((one, other) => one.text.localeCompare(other.text, "en"));
}

/** Put the list at the end of each text that cites works. */
export function listWorks(): void {
  for (const article of document.querySelectorAll<HTMLElement>("article")) {
    if (article.querySelector(":scope > .works-cited")) continue;
    const works = citedWorks(article);
    if (!works.length) continue;
    const list = element("ol");
    for (const { id, text } of works) {
      const entry = element("li", {}, text);
      entry.id = article.id ? `${article.id}--${id}` : id;
      list.append(entry);
    }
    article.append(element("section", { className: "works-cited" }, element("h2", {}, say("print.works")), list));
  }
}
