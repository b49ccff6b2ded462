// The marks given by hand that are on the page: whose they are, where they are kept, and files of them in and out.
import { element } from "../../../shared/element";
import { say } from "../../../shared/words";
import { readChoices } from "../../hand_marks/conflicts";
import { explainMarks, explainReplaced } from "../../hand_marks/explain";
import { mergeMarks, replacedMarks } from "../../hand_marks/marks";
import { readComments, readMarks } from "../../hand_marks/marks_file";
import type { HandMark, Marked } from "../../types";
import { StoredMarks } from "../stored_marks";
import { CommentBank } from "./comment_bank";
import type { MarkKeeper } from "./mark_keeper";

export class HandMarksBox {
  private hand = new Map<string, HandMark[]>();
  readonly bank = new CommentBank();
  private readonly grader: HTMLInputElement;

  /** `changed`: called with each hand-in of which a mark has changed; `rules`: with files that may have rules too; `renamed`: when another grades. */
  constructor(
    private readonly section: HTMLElement,
    private readonly hereNow: () => Marked[],
    private readonly changed: (sha256: string) => void,
    private readonly rules: (files: [string, string][]) => string[],
    renamed: () => void,
  ) {
    this.grader = section.querySelector<HTMLInputElement>("#desk-grader")!;
    this.grader.value = StoredMarks.grader;
    this.grader.addEventListener("change", () => {
      StoredMarks.grader = this.name;
      renamed();
    });
    const input = section.querySelector<HTMLInputElement>("#desk-marks")!;
    input.addEventListener(
      "change",
      () => void this.readFiles([...(input.files ?? [])]).then(() => (input.value = "")),
    );
  }

  /** Who grades here. */
  get name(): string {
    return this.grader.value.trim().slice(0, 80);
  }

  clear(): void {
    this.hand.clear();
    this.section.querySelector(".merged")?.replaceChildren();
  }

  all = (): HandMark[] => [...this.hand.values()].flat();
  of = (sha256: string): HandMark[] => this.hand.get(sha256) ?? [];

  /** What is kept in this browser for a hand-in. */
  async load(sha256: string): Promise<void> {
    const marks = mergeMarks(this.of(sha256), await StoredMarks.hand(sha256));
    if (!marks.length) return;
    this.hand.set(sha256, marks);
    this.changed(sha256);
  }

  keeper(sha256: string): MarkKeeper {
    const marks = (text: string): HandMark[] => this.of(sha256).filter((mark) => mark.text === text);
    const mine = (text: string): HandMark | undefined => marks(text).find((mark) => (mark.grader ?? "") === this.name);
    return {
      all: () => this.of(sha256),
      bank: this.bank,
      marks,
      mine,
      keep: (mark) => {
        const others = this.of(sha256).filter((one) => one.text !== mark.text || (one.grader ?? "") !== this.name);
        this.put(sha256, [...others, { ...mark, sha256, grader: this.name, at: new Date().toISOString() }]);
      },
    };
  }

  private put(sha256: string, marks: HandMark[]): void {
    this.hand.set(sha256, marks);
    void StoredMarks.keepHand(sha256, marks);
    this.changed(sha256);
  }

  /** Merge files of marks into what is here, and say what came of it. */
  private async readFiles(files: File[]): Promise<void> {
    const place = this.section.querySelector<HTMLElement>(".merged")!;
    try {
      const texts = await Promise.all(
        files.map(async (file): Promise<[string, string]> => [file.name, await file.text()]),
      );
      const lists = texts.filter(([name]) => name.toLowerCase().endsWith(".csv"));
      const marksFiles = texts.filter((one) => !lists.includes(one));
      const found = marksFiles.flatMap(([name, text]) => readMarks(name, text));
      const comments = marksFiles.flatMap(([name, text]) => readComments(name, text));
      const notes = this.rules(marksFiles);
      this.bank.take(comments);
      // Marks for hand-ins that are not here may be kept in this browser from before.
      const kept = await Promise.all([...new Set(found.map(({ sha256 }) => sha256))].map(StoredMarks.hand));
      const before = mergeMarks(this.all(), ...kept);
      const together = mergeMarks(before, found);
      // What ends disagreements comes last: the file is that of the command line's --decide.
      const decided = lists.map((list) => readChoices(list, together, new Date().toISOString()));
      const chosen = decided.flatMap(({ marks }) => marks);
      const merged = mergeMarks(together, chosen);
      for (const sha256 of new Set([...found, ...chosen].map((mark) => mark.sha256))) {
        this.put(
          sha256,
          merged.filter((mark) => mark.sha256 === sha256),
        ); // prettier-ignore
      }
      const lines = [
        ...(marksFiles.length ? [say("desk.marks-read", { n: found.length })] : []),
        ...(lists.length ? [say("desk.decided", { n: chosen.length })] : []),
        ...decided.flatMap((one) => one.notes),
        ...notes,
        ...explainReplaced(replacedMarks([...before, ...found], together), this.hereNow()),
        ...explainMarks(merged, this.hereNow()),
      ];
      place.replaceChildren(...lines.map((line) => element("li", {}, line)));
    } catch (error) {
      place.replaceChildren(element("li", { className: "wrong" }, (error as Error).message));
    }
  }
}
