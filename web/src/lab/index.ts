// Wakes the labs of the page, and follows links into them: #lab-ID?name=value&….
import { loadOfPage, loadScript } from "../shared/load_script";
import { say } from "../shared/words";
import type { BaseLab } from "./base_lab";
import { CaseLab } from "./case_lab";
import { type ControlValues, checkLink, readLink } from "./controls/state";
import { ModelLab } from "./model_lab";
import { TextLab } from "./text_lab";
import type { CaseScript, LabScript } from "./types";

const startedLabs = new Map<string, BaseLab>();

async function startLab(section: HTMLElement): Promise<void> {
  const id = section.dataset.lab ?? "";
  section.dataset.state = "starting";
  try {
    const lab = await createLab(section, id);
    startedLabs.set(id, lab);
    await lab.set(openingKeys(lab, section));
    section.dataset.state = "ready";
  } catch (error) {
    console.warn(error);
    section.dataset.state = "failed";
  }
}

/** What a lesson sets in a lab when the page opens. */
function openingKeys(lab: BaseLab, section: HTMLElement): ControlValues {
  const asked = readLink(`#${section.id}?${section.dataset.opens ?? ""}`)?.asked ?? [];
  return checkLink(lab.plan, asked).keys;
}

async function createLab(section: HTMLElement, id: string): Promise<BaseLab> {
  const kind = section.dataset.kind;
  if (kind === "reader") return new TextLab(section);
  const alone = `labs/${id}.js`;
  await loadOfPage("labs", alone);
  if (kind !== "archive" && !window.coursekit?.draws) await loadScript("labs/draws.js");
  const script = window.coursekit?.labs?.[id];
  if (!script) throw new Error(alone);
  return kind === "archive" ? new CaseLab(section, script as CaseScript) : new ModelLab(section, script as LabScript);
}

function followLink(): void {
  const asked = readLink(location.hash);
  if (!asked) return;
  const lab = startedLabs.get(asked.id);
  if (!lab) {
    // The note has to stand somewhere the reader sees: in the first lab there is.
    const first = document.querySelector<HTMLElement>("section.lab")?.dataset.lab ?? "";
    startedLabs.get(first)?.note([say("lab.bad_lab", { id: asked.id.slice(0, 40) })]);
    return;
  }
  const { keys, notes } = checkLink(lab.plan, asked.asked);
  lab.note(asked.note ? [asked.note] : notes);
  void lab.set(keys);
  lab.section.scrollIntoView();
}

void Promise.all([...document.querySelectorAll<HTMLElement>("section.lab")].map(startLab)).then(followLink);
window.addEventListener("hashchange", followLink);
