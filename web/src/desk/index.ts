// The grading desk: what the command line calls, and the page for people.
import words from "../../../src/coursekit/words/en/classroom/desk.json";
import { loadCourse } from "../assignment/load_course";
import { addSentences } from "../shared/words";
import { type About, checkClassList, sheets, warnings, xapi } from "./export";
import { itemsWithEssays } from "./export/essay_items";
import { publishedAt, webAddress } from "./export/xapi/address";
import { base64, feedbackZip } from "./feedback/bundle";
import { GradingEngine, type GradingOptions } from "./grading/engine";
import { mergeBanks } from "./hand_marks/bank";
import { readChoices } from "./hand_marks/conflicts";
import { mergeMarks } from "./hand_marks/marks";
import { mergeSharing, readComments, readMarks, writeMarks } from "./hand_marks/marks_file";
import { ALONE, type Sharing } from "./hand_marks/shares";
import { mergeRules } from "./late/merge";
import type { LatePolicy } from "./late/policy";
import { DeskForm } from "./page/desk_form";
import type { HandMark, Marked, Sheet } from "./types";

addSentences(words);

let engine: GradingEngine | undefined;
let about: About | undefined;
/** Name and text of a list of extensions. */
let extensions: [string, string] | undefined;
/** Name and text of a file that ends disagreements (see hand_marks/conflicts.ts). */
let choices: [string, string] | undefined;
/** How the marking is shared out, where it was said otherwise than in a file of marks. */
let shared: Sharing | undefined;
/** Whether xAPI statements are written; undefined: not. */
let statements: string | undefined;

function bytesOf(given: Uint8Array | string): Uint8Array<ArrayBuffer> {
  return typeof given === "string" ? Uint8Array.from(atob(given), (char) => char.charCodeAt(0)) : new Uint8Array(given);
}

function currentEngine(): GradingEngine {
  if (!engine) throw new Error("open() comes first");
  return engine;
}

/** What files of marks hold together, and what a person must know of it. */
interface MarksRead {
  hand: HandMark[];
  late: LatePolicy | undefined;
  notes: string[];
  text: string;
}

/** As the page for people has it: without an assignment an essay counts once somebody has marked one. */
function whatCounts(all: Marked[], hand: HandMark[]): About {
  if (!about) throw new Error("open() comes first");
  return { ...about, items: about.items ?? itemsWithEssays(all, hand, currentEngine().key.reflections) };
}

type Lists = Pick<About, "roster" | "exported" | "column" | "title" | "solutions" | "scale"> & {
  extensions?: [string, string];
  sharing?: Partial<Sharing>;
  choices?: [string, string] | null;
  /** Write xAPI statements; the address of the course, or "" for what the page says of it. */
  xapi?: string | null;
};

const desk = {
  /** Rejects with a sentence. A second call begins anew. */
  async open(key: unknown, how: GradingOptions & Lists = {}): Promise<void> {
    engine?.close();
    const { items, roster, exported, column, title, due, solutions, scale, sharing } = how;
    checkClassList(roster, exported);
    extensions = how.extensions;
    choices = how.choices ?? undefined;
    mergeRules([], extensions);
    shared = sharing && { ...ALONE, ...sharing };
    engine = await GradingEngine.open(key, how);
    statements = how.xapi ?? undefined;
    about = {
      address: webAddress(how.xapi ?? "") ?? publishedAt(document, location.href),
      ...{ items, roster, exported, column, title, due, solutions, scale, sharing: shared },
      ...{ key: engine.key.raw as unknown as About["key"], course: await loadCourse() },
    };
  },
  /**
   * A receipt, a notebook with one, or a ZIP, as bytes or base64, and perhaps what an earlier run made of it; resolves
   * to the number of hand-ins found.
   */
  add(name: string, bytes: Uint8Array | string, earlier?: Marked | null): Promise<number> {
    return currentEngine().add(name, bytesOf(bytes), earlier ?? undefined);
  },
  /** Waits until at least one more is marked; gives none only when none is left. What it gives it forgets. */
  next: (most: number): Promise<Marked[]> => currentEngine().next(most),
  /**
   * Marks from files of name and text, as one; a file that is none is refused by name. The choices that `open` was given
   * end disagreements.
   */
  marks(files: [string, string][]): MarksRead {
    const read = mergeMarks(...files.map(([name, text]) => readMarks(name, text)));
    const chosen = choices ? readChoices(choices, read, new Date().toISOString()) : { marks: [], notes: [] };
    const hand = mergeMarks(read, chosen.marks);
    const { late, notes } = mergeRules(files, extensions);
    const bank = mergeBanks(...files.map(([name, text]) => readComments(name, text)));
    const { sharing, notes: more } = mergeSharing(files);
    if (about) about.sharing = shared ?? sharing;
    const text = writeMarks(hand, late, bank, shared ?? sharing);
    return { hand, late, notes: [...chosen.notes, ...notes, ...(shared ? [] : more)], text };
  },
  sheets(all: Marked[], hand: HandMark[] = [], late?: LatePolicy): Sheet[] {
    const what = { ...whatCounts(all, hand), late: late ?? mergeRules([], extensions).late };
    const feedback = { name: "feedback.zip" as const, text: base64(feedbackZip(all, what, hand)) };
    return [...sheets(all, what, hand), feedback, ...(statements === undefined ? [] : [xapi(all, what, hand)])];
  },
  /** Sentences: of which hand-ins it is uncertain whose they are, and where graders disagree. */
  warnings(all: Marked[], hand: HandMark[] = [], late?: LatePolicy): string[] {
    return warnings(all, { ...whatCounts(all, hand), late: late ?? mergeRules([], extensions).late }, hand);
  },
};

(window as unknown as { coursekitDesk?: typeof desk }).coursekitDesk = desk;
for (const section of document.querySelectorAll<HTMLElement>("section.desk")) {
  new DeskForm(section);
  section.dataset.state = "ready";
}
