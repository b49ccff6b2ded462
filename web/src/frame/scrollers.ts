// What scrolls sideways is reached by Tab and has a name, but only where it scrolls: else each formula is a stop.

import { headingText } from "./current_heading";

const SCROLLERS = ".math, .scroll, .bd-article pre";

/** What a part that scrolls is called: by its caption, or by its kind and the heading that it stands under. */
function nameOf(part: HTMLElement): string {
  const caption = part.querySelector("caption")?.textContent?.trim();
  if (caption) return caption;
  const kind = part.matches(".math") ? "formula" : part.matches("pre") ? "code" : "table";
  const before = [...document.querySelectorAll(".bd-article :is(h1, h2, h3, h4)")].filter(
    (one) => one.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const names = JSON.parse(document.documentElement.dataset.scrollers ?? "{}") as Record<string, string>;
  return (names[kind] ?? kind).replace("{title}", headingText(before.at(-1)));
}

function update(part: HTMLElement): void {
  if (!part.clientWidth) return; // folded away: it comes again when it is opened
  const scrolls = part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1;
  if (!scrolls) {
    part.removeAttribute("tabindex");
    return;
  }
  part.tabIndex = 0;
  if (part.hasAttribute("aria-label") || part.hasAttribute("aria-labelledby")) return;
  part.setAttribute("role", "group");
  part.setAttribute("aria-label", nameOf(part));
}

/** Make stops of the parts that scroll, now and whenever their size changes. */
export function nameScrollers(): void {
  const parts = [...document.querySelectorAll<HTMLElement>(SCROLLERS)];
  if (!("ResizeObserver" in window)) {
    for (const part of parts) part.tabIndex = 0;
    return;
  }
  const watch = new ResizeObserver((seen) => {
    for (const { target } of seen) update(target as HTMLElement);
  });
  for (const part of parts) watch.observe(part);
}
