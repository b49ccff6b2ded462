// The ledger's filter: of the page's claims only those with the chosen verdict are shown, on the screen alone.
import sentences from "../../../src/coursekit/words/en/ledger.json";
import { addSentences, say } from "../shared/say";

addSentences(sentences);

const target = (): HTMLElement | null => document.getElementById(decodeURIComponent(location.hash.slice(1)));

function start(section: HTMLElement): void {
  const choices = [...section.querySelectorAll<HTMLInputElement>("input[name=ledger-verdict]")];
  const status = section.querySelector<HTMLElement>("[role=status]");
  const claims = [...document.querySelectorAll<HTMLElement>("dl > .claim")];
  const parts = new Set(claims.map((one) => one.closest<HTMLElement>("section")));
  const show = (): void => {
    const verdict = choices.find((one) => one.checked)?.value ?? "";
    for (const one of claims) {
      one.classList.toggle("filtered-out", Boolean(verdict) && !one.classList.contains(`verdict-${verdict}`));
    }
    for (const part of parts) {
      part?.classList.toggle("filtered-out", !part.querySelector(".claim:not(.filtered-out)"));
    }
    section.dataset.state = verdict || "all";
    const terms = claims.filter((one) => one.matches("dt"));
    const n = terms.filter((one) => !one.matches(".filtered-out")).length;
    if (status) status.textContent = say("ledger.shown", { n, all: terms.length });
  };
  section.addEventListener("change", show);
  // A link to a part that the filter has taken away shows all again.
  addEventListener("hashchange", () => {
    if (!target()?.closest(".filtered-out")) return;
    for (const one of choices) one.checked = one.value === "";
    show();
    target()?.scrollIntoView();
  });
  show();
}

for (const section of document.querySelectorAll<HTMLElement>("section.ledger")) start(section);
