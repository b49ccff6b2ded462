// The outline of the page, beside it on wide screens: the heading that the reader has reached is marked in it.
import { currentHeading } from "./current_heading";

function mark(outline: HTMLElement): void {
  const id = currentHeading()?.id;
  const before = outline.querySelector("[aria-current]");
  const now = [...outline.querySelectorAll<HTMLAnchorElement>("a[href^='#']")].find(
    (link) => id !== undefined && decodeURIComponent(link.hash.slice(1)) === id,
  );
  if (before === now) return;
  before?.removeAttribute("aria-current");
  if (!now) return;
  now.setAttribute("aria-current", "location");
  const [box, frame] = [now.getBoundingClientRect(), outline.getBoundingClientRect()];
  if (box.top < frame.top || box.bottom > frame.bottom) outline.scrollTop += box.top - frame.top - frame.height / 2;
}

/** Mark the heading reached, now and at every scroll. */
export function startOutline(): void {
  const outline = document.querySelector<HTMLElement>(".onthispage");
  if (!outline) return;
  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        if (outline.checkVisibility()) mark(outline);
      });
    },
    { passive: true },
  );
  mark(outline);
}
