// What is assigned and what is not, marked in the lists of chapters and in the page.
import { element } from "../../shared/element";
import { say } from "../../shared/words";
import { assignedName, type Thing } from "../course";
import { currentPath, pathOf } from "../site";
import type { Progress } from "./progress";

const root = document.documentElement;
const LINKS = "#contents li > a, ol.chapters > li > a, nav.turn > a, nav.ways > a";
/** All that the list of contents has under “For instructors”: a test holds it to the table of contents. */
const INSTRUCTORS = /^book\/(?:assign|desk|teach\/.*|access\/(?:alternatives|conformance|statement|safety))\.html$/;
const SECTIONS = ["exercise", "question", "reflection"];

/** Mark everything; `all` shows the whole course, else what was not assigned is out of sight. */
export function markAssigned(stands: Map<Thing, Progress>, all: boolean): void {
  root.dataset.assignment = all ? "all" : "on";
  const teaching = INSTRUCTORS.test(currentPath());
  for (const link of document.querySelectorAll<HTMLAnchorElement>(LINKS)) {
    const path = pathOf(link.href);
    if (!assignedName(path) && (teaching || !INSTRUCTORS.test(path))) continue;
    const inside = [...stands].filter(([thing]) => thing.page === path);
    const place = link.closest<HTMLElement>("li") ?? link;
    place.dataset.assigned = inside.length ? "yes" : "no";
    if (inside.length && link.closest("#contents"))
      showCount(link, inside.filter(([, stand]) => stand === "done").length, inside.length);
  }
  // A part of the list with nothing left in it needs no heading either.
  for (const head of document.querySelectorAll<HTMLElement>("#contents .caption")) {
    const items = [...(head.nextElementSibling?.children ?? [])] as HTMLElement[];
    if (items.length && items.every((item) => item.dataset.assigned === "no")) head.dataset.assigned = "no";
  }
  const ids = new Set(
    [...stands.keys()].filter(({ page }) => page === currentPath()).map(({ kind, id }) => `${kind}-${id}`),
  );
  for (const section of document.querySelectorAll<HTMLElement>(
    SECTIONS.map((kind) => `article section.${kind}`).join(),
  )) {
    if (!ids.size || section.closest("section.review")) continue; // a page that is not assigned at all stays whole
    section.dataset.assigned = ids.has(section.id) ? "yes" : "no";
    const before = section.previousElementSibling;
    if (section.matches(".exercise") && before instanceof HTMLElement && introduces(before))
      before.dataset.assigned = section.dataset.assigned;
    if (ids.has(section.id) || section.querySelector(":scope > .not-assigned")) continue;
    section.prepend(element("p", { className: "not-assigned badge" }, say("assignment.not-assigned")));
  }
}

function showCount(link: HTMLElement, done: number, all: number): void {
  let badge = link.querySelector<HTMLElement>(".assigned");
  if (!badge) {
    badge = element("small", { className: "assigned" });
    link.append(" ", badge);
  }
  const text = say("assignment.count", { n: done, all });
  if (badge.textContent !== text) badge.textContent = text;
}

/** Whether a paragraph announces what comes next, as "Exercise 2. How far apart are they?" does. */
function introduces(part: HTMLElement): boolean {
  return part.localName === "p" && part.firstChild instanceof HTMLElement && part.firstChild.localName === "strong";
}

export function unmarkAssigned(): void {
  delete root.dataset.assignment;
  for (const part of document.querySelectorAll("#contents small.assigned, .not-assigned")) part.remove();
  for (const part of document.querySelectorAll<HTMLElement>("[data-assigned]")) delete part.dataset.assigned;
}
