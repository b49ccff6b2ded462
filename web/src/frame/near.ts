// What comes near the screen. Until the reader first moves the page, only what is on the screen does: the first picture of
// a page waits for nothing that is below it.
import { pageGlobal } from "../shared/page_global";

const AHEAD = "600px";
const MOVES = ["scroll", "pointerdown", "keydown", "focusin"] as const;

/** Known to all bundles of the page: what brings one of them may be that very move. */
const reader = pageGlobal("coursekitReader", () => ({ moved: false }));

/** Call `then` once, when the reader first moves the page, touches it or goes into it by keys. */
function onceMoved(then: () => void): void {
  const first = (): void => {
    reader.moved = true;
    for (const name of MOVES) removeEventListener(name, first, true);
    then();
  };
  if (reader.moved) then();
  else for (const name of MOVES) addEventListener(name, first, { capture: true, passive: true });
}

/** Call `then` once, when the first of `sections` is on the screen, or, once the page has been moved, near it. */
export function whenNear(sections: HTMLElement[], then: () => void): void {
  if (!("IntersectionObserver" in window)) {
    then();
    return;
  }
  let done = false;
  const watch = (rootMargin: string): IntersectionObserver => {
    const near = new IntersectionObserver(
      (seen) => {
        if (!seen.some((one) => one.isIntersecting)) return;
        near.disconnect();
        if (!done) then();
        done = true;
      },
      { rootMargin },
    );
    for (const section of sections) near.observe(section);
    return near;
  };
  const here = watch("0px");
  onceMoved(() => {
    here.disconnect();
    if (!done) watch(AHEAD);
  });
}
