// The list of pages: a sheet over the page on small screens, beside the text on others; scrolled to where one is.

/** Scroll the list, and only the list, so that the entry of this page stands in its upper part. */
function scrollToEntry(contents: HTMLElement): void {
  // A page that stands below another in the book is not in the list itself: the one above it is.
  const here =
    contents.querySelector<HTMLElement>("[aria-current=page]") ?? contents.querySelector<HTMLElement>("li.current");
  if (!here) return;
  const down = here.getBoundingClientRect().top - contents.getBoundingClientRect().top;
  contents.scrollTop += down - contents.clientHeight / 3;
}

/** Let the list be opened and closed on small screens, and show where in it this page stands. */
export function startContents(): void {
  const root = document.documentElement;
  const opener = document.querySelector<HTMLButtonElement>("button.menu");
  const contents = document.getElementById("contents");
  if (!contents) return;
  scrollToEntry(contents);
  if (!opener) return;
  const rest = [".frame > main", ".onthispage", ".foot", ".top", ".skip"].flatMap((name) => [
    ...document.querySelectorAll<HTMLElement>(name),
  ]);
  const set = (open: boolean): void => {
    root.classList.toggle("contents-open", open);
    opener.setAttribute("aria-expanded", String(open));
    for (const part of rest) part.inert = open;
    if (open) {
      scrollToEntry(contents);
      contents.querySelector<HTMLElement>("button.close")?.focus({ preventScroll: true });
    } else opener.focus();
  };
  opener.addEventListener("click", () => set(true));
  contents.querySelector("button.close")?.addEventListener("click", () => set(false));
  contents.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && root.classList.contains("contents-open")) set(false);
  });
  document.querySelector(".frame")?.addEventListener("click", (event) => {
    if (root.classList.contains("contents-open") && !contents.contains(event.target as Node)) set(false);
  });
  // A window made wide shows the list beside the text: nothing may then stay shut off.
  matchMedia("(min-width: 1080px)").addEventListener("change", () => {
    if (root.classList.contains("contents-open")) set(false);
  });
}
