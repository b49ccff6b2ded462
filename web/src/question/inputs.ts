// A question's native inputs: read them, fill them, and move the items of an ordering by button.
import { say } from "../shared/words";
import { type Answer, readNumber } from "./answer_key";

/** What stands in the inputs now, or the catalog key of what is missing. */
export function readInputs(section: HTMLElement): Answer | string {
  const kind = section.dataset.kind;
  if (kind === "number") {
    return (
      readNumber(section.querySelector<HTMLInputElement>('input[name="answer"]')?.value ?? "") ?? "question.no-number"
    );
  }
  if (kind === "order") return items(section).map((item) => Number(item.dataset.item));
  if (kind === "match") {
    const values = selects(section).map((select) => select.value);
    return values.includes("") ? "question.incomplete" : values.map(Number);
  }
  const chosen = boxes(section).filter((box) => box.checked);
  return chosen.length ? chosen.map((box) => Number(box.value)) : "question.nothing";
}

/** Put in again what was given before. */
export function fillInputs(section: HTMLElement, given: Answer): void {
  if (typeof given === "number") {
    const field = section.querySelector<HTMLInputElement>('input[name="answer"]');
    if (field) field.value = String(given);
    return;
  }
  const kind = section.dataset.kind;
  if (kind === "order") {
    const list = section.querySelector("ol.items");
    for (const place of given) {
      const item = list?.querySelector(`:scope > [data-item="${place}"]`);
      if (item) list?.append(item);
    }
    updateMoveButtons(section);
  } else if (kind === "match")
    for (const [n, select] of selects(section).entries()) select.value = String(given[n] ?? "");
  else for (const box of boxes(section)) box.checked = given.includes(Number(box.value));
}

/** The element that shows whether part `n` of what was given is right. */
export function answerElement(section: HTMLElement, given: Answer, n: number): Element | null | undefined {
  const kind = section.dataset.kind;
  if (typeof given === "number") return section.querySelector(".number");
  if (kind === "order") return items(section)[n];
  if (kind === "match") return selects(section)[n]?.closest(".pair");
  return boxes(section)
    .find((box) => Number(box.value) === given[n])
    ?.closest(".answer");
}

/** Let the buttons of an ordering move its items; focus stays on the button, and the new place is said aloud. */
export function bindMoveButtons(section: HTMLElement, status: HTMLElement): void {
  section.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-move]");
    const item = button?.closest("li");
    if (!button || !item) return;
    if (button.dataset.move === "up") item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    updateMoveButtons(section);
    const all = items(section);
    if (button.disabled) item.querySelector<HTMLButtonElement>("button[data-move]:not(:disabled)")?.focus();
    else button.focus();
    section.dispatchEvent(new Event("change", { bubbles: true })); // which takes a verdict away: the place is said after
    const name = item.dataset.name ?? "";
    status.textContent = say("question.moved", { item: name, n: all.indexOf(item) + 1, of: all.length });
  });
  updateMoveButtons(section);
}

function updateMoveButtons(section: HTMLElement): void {
  const all = items(section);
  for (const [n, item] of all.entries()) {
    for (const button of item.querySelectorAll<HTMLButtonElement>("button[data-move]")) {
      button.disabled = button.dataset.move === "up" ? n === 0 : n === all.length - 1;
    }
  }
}

const items = (section: HTMLElement): HTMLLIElement[] => [...section.querySelectorAll<HTMLLIElement>("ol.items > li")];
const selects = (section: HTMLElement): HTMLSelectElement[] => [
  ...section.querySelectorAll<HTMLSelectElement>("select"),
];
const boxes = (section: HTMLElement): HTMLInputElement[] => [
  ...section.querySelectorAll<HTMLInputElement>('.answer > input[name="answer"]'),
];
