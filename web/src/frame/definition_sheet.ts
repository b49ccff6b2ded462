// Under a finger there is no pointing at a term: a tap opens its definition as a sheet over the page, which closes back
// to the term. With mouse and keyboard a term stays a link whose definition shows on hover and on focus.

function fill(sheet: HTMLDialogElement, term: HTMLAnchorElement, definition: HTMLElement): void {
  const [name, meaning] = [sheet.querySelector(".name"), sheet.querySelector(".meaning")];
  const link = sheet.querySelector<HTMLAnchorElement>("a");
  if (name) name.textContent = term.textContent;
  if (meaning) meaning.textContent = definition.textContent;
  if (link) link.href = term.href;
}

function open(sheet: HTMLDialogElement, term: HTMLAnchorElement, definition: HTMLElement): void {
  fill(sheet, term, definition);
  term.focus({ preventScroll: true }); // closing a dialog returns the focus, without scrolling, to what had it before
  sheet.showModal();
  // A tap counts as hovering too: beside the sheet, and after it, the definition would stand a second time.
  definition.hidden = true;
  const back = (): void => {
    definition.hidden = false;
  };
  sheet.addEventListener("close", () => term.addEventListener("blur", back, { once: true }), { once: true });
}

/** Open definitions as a sheet when terms are tapped, on pages that have terms. */
export function startDefinitionSheet(): void {
  const sheet = document.querySelector<HTMLDialogElement>("dialog.definition-sheet");
  if (!sheet?.showModal) return;
  let last = ""; // what the reader used last: a kind of pointer, or keys
  document.addEventListener("pointerdown", (event) => {
    last = event.pointerType;
  });
  document.addEventListener("keydown", () => {
    last = "keys";
  });
  const noHover = matchMedia("(hover: none)");
  document.addEventListener("click", (event) => {
    const term = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.term") : null;
    const definition = document.getElementById(term?.getAttribute("aria-describedby") ?? "");
    const touched = last === "touch" || (last === "" && noHover.matches);
    if (!term || !definition || !touched) return;
    event.preventDefault();
    open(sheet, term, definition);
  });
  sheet.querySelector("button")?.addEventListener("click", () => sheet.close());
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet) sheet.close(); // the ground around it
  });
}
