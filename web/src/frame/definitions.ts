// A term's definition shows on hover and on focus by style alone; Escape takes it away until one comes back to the term.

/** Let Escape dismiss the definitions that are shown. */
export function dismissDefinitions(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const shown of document.querySelectorAll<HTMLElement>(".definition")) {
      const term = shown.previousElementSibling;
      if (!term || getComputedStyle(shown).display === "none") continue;
      shown.hidden = true;
      const back = (): void => {
        shown.hidden = false;
      };
      for (const name of ["pointerleave", "blur"]) term.addEventListener(name, back, { once: true });
    }
  });
}
