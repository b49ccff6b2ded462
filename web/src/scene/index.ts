// A scene's decision: kept in this browser when it is chosen, and shown again where the chapter comes back to it.
import sentences from "../../../src/coursekit/words/en/scene.json";
import { addSentences, say } from "../shared/say";
import { put, readNewest } from "../shared/store";
import { parseChoice, type SavedChoice } from "./choice";

addSentences(sentences);

const radios = (section: HTMLElement | undefined): HTMLInputElement[] => [
  ...(section?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? []),
];

function write(section: HTMLElement | undefined, selector: string, text: string): void {
  const place = section?.querySelector<HTMLElement>(selector);
  if (place && place.textContent !== text) place.textContent = text;
}

async function startScene(id: string, opening: HTMLElement, ending: HTMLElement | undefined): Promise<void> {
  const key = `scene/${id}`;
  let kept: SavedChoice = { at: "" };

  const show = (): void => {
    const chosen = radios(opening).find((radio) => radio.value === kept.first);
    if (chosen) chosen.checked = true;
    const again = radios(ending).find((radio) => radio.value === kept.again);
    if (again) again.checked = true;
    const label = chosen?.closest("label")?.textContent?.trim();
    write(ending, ".chosen", label ? say("scene.chosen", { choice: label }) : say("scene.none"));
    if (chosen && again) write(ending, ".kept", say(kept.first === kept.again ? "scene.same" : "scene.other"));
  };

  const listen = (section: HTMLElement | undefined, field: "first" | "again"): void => {
    section?.addEventListener("change", (event) => {
      kept = { ...kept, [field]: (event.target as HTMLInputElement).value, at: new Date().toISOString() };
      show();
      void put(key, kept).then((where) => {
        if (where === "session") write(section, ".kept", say("scene.session"));
        else if (field === "first") write(section, ".kept", say("scene.kept"));
      });
    });
  };
  listen(opening, "first");
  listen(ending, "again");

  const stored = await readNewest(key, parseChoice);
  // What was chosen while it was being read stands.
  if (stored && !kept.at) kept = stored;
  show();
  for (const section of [opening, ending]) if (section) section.dataset.state = "ready";
}

const sections = [...document.querySelectorAll<HTMLElement>("section.scene")];
for (const opening of sections.filter((one) => !one.classList.contains("scene-return"))) {
  const id = opening.dataset.scene ?? "";
  const ending = sections.find((one) => one.dataset.scene === id && one !== opening);
  void startScene(id, opening, ending);
}
