// Wakes the labs of the page, and follows links into them: #lab-ID?name=value&….
import { whenNear } from "../frame/near";
import { loadOfPage, loadScript, pause, whenIdle } from "../shared/load_script";
import { say } from "../shared/words";
import type { BaseLab } from "./base_lab";
import { CaseLab } from "./case_lab";
import { type ControlValues, checkLink, readLink } from "./controls/state";
import { ModelLab } from "./model_lab";
import { TextLab } from "./text_lab";
import type { CaseScript, LabScript } from "./types";

const IDLE = 2000; // milliseconds after which a lab is started though the page is busy
const sections = [...document.querySelectorAll<HTMLElement>("section.lab")];
const startedLabs = new Map<string, BaseLab>();
const starts = new Map<HTMLElement, Promise<void>>();
let last = Promise.resolve();

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

/** Start a lab after those that are being started: one at a time, with room between them to paint and to answer. */
function start(section: HTMLElement): Promise<void> {
  const known = starts.get(section);
  if (known) return known;
  last = last.then(pause).then(() => startLab(section));
  starts.set(section, last);
  return last;
}

/** Start the labs that are far from the screen too, whenever the page has nothing else to do. */
function startRest(): void {
  const next = sections.find((section) => !starts.has(section));
  if (next) whenIdle(() => void start(next).then(startRest), IDLE);
}

async function followLink(): Promise<void> {
  const asked = readLink(location.hash);
  if (!asked) return;
  const place = sections.findIndex(({ dataset }) => dataset.lab === asked.id);
  // Those above it first: a lab that is started further up could move what has been scrolled to.
  await Promise.all(sections.slice(0, Math.max(place, 0) + 1).map(start));
  const lab = startedLabs.get(asked.id);
  if (!lab) {
    // The note has to stand somewhere the reader sees: in the first lab there is.
    const first = sections[0]?.dataset.lab ?? "";
    startedLabs.get(first)?.note([say("lab.bad_lab", { id: asked.id.slice(0, 40) })]);
    return;
  }
  const { keys, notes } = checkLink(lab.plan, asked.asked);
  lab.note(asked.note ? [asked.note] : notes);
  void lab.set(keys);
  lab.section.scrollIntoView();
}

void followLink();
for (const section of sections) whenNear([section], () => void start(section));
startRest();
window.addEventListener("hashchange", () => void followLink());
