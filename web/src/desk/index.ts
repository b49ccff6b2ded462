// The grading desk: what the command line calls, and the page for people.
import words from "../../../src/coursekit/words/en/classroom/desk.json";
import { loadCourse } from "../assignment/load_course";
import { addSentences } from "../shared/words";
import { type About, checkRoster, sheets, warnings } from "./export";
import { GradingEngine, type GradingOptions } from "./grading/engine";
import { DeskForm } from "./page/desk_form";
import type { HandMark, Marked, Sheet } from "./types";

addSentences(words);

let engine: GradingEngine | undefined;
let about: About | undefined;

function bytesOf(given: Uint8Array | string): Uint8Array<ArrayBuffer> {
  return typeof given === "string" ? Uint8Array.from(atob(given), (char) => char.charCodeAt(0)) : new Uint8Array(given);
}

function currentEngine(): GradingEngine {
  if (!engine) throw new Error("open() comes first");
  return engine;
}

const desk = {
  /** Rejects with a sentence. A second call begins anew. */
  async open(key: unknown, how: GradingOptions & { roster?: string; title?: string } = {}): Promise<void> {
    engine?.close();
    const { items, roster, title } = how;
    if (roster) checkRoster(roster);
    engine = await GradingEngine.open(key, how);
    about = { items, key: engine.key.raw as unknown as About["key"], roster, title, course: await loadCourse() };
  },
  /** A receipt, a notebook with one, or a ZIP, as bytes or base64; resolves to the number of hand-ins found. */
  add(name: string, bytes: Uint8Array | string): Promise<number> {
    return Promise.resolve(currentEngine().add(name, bytesOf(bytes)));
  },
  /** Waits until at least one more is marked; gives none only when none is left. What it gives it forgets. */
  next: (most: number): Promise<Marked[]> => currentEngine().next(most),
  sheets(all: Marked[], hand: HandMark[] = []): Sheet[] {
    if (!about) throw new Error("open() comes first");
    return sheets(all, about, hand);
  },
  /** Sentences: hand-ins of which it is uncertain whose they are. */
  warnings(all: Marked[]): string[] {
    if (!about) throw new Error("open() comes first");
    return warnings(all, about);
  },
};

(window as unknown as { coursekitDesk?: typeof desk }).coursekitDesk = desk;
for (const section of document.querySelectorAll<HTMLElement>("section.desk")) {
  new DeskForm(section);
  section.dataset.state = "ready";
}
