// What the assign page hands out besides the link: a code for phones, a sheet to print, a calendar file, a file for a
// short link.

import { qrPicture } from "../../print/qr/svg";
import { fileName } from "../../receipt/receipt";
import { button, element } from "../../shared/element";
import { saveFile } from "../../shared/save_file";
import { say } from "../../shared/words";
import type { Course, Thing } from "../course";
import { type Assignment, toContent } from "../format";
import { calendar } from "../handout/calendar";
import { sheet } from "../handout/sheet";
import { filePath, isFileName } from "../link";
import { field } from "./form";
import { type Draws, POOLED_KINDS } from "./pools";

export interface HandedOut {
  assignment: Assignment;
  course: Course;
  things: Thing[];
  link: string;
  /** As it is to be read; "" for none. */
  due: string;
}

/** Fields that say how many of each chapter's exercises and questions a learner gets. */
export function drawFields() {
  const inputs = POOLED_KINDS.map((kind) =>
    element("input", { type: "number", id: `assign-draw-${kind}`, min: "1", max: "99", step: "1" }),
  );
  const fields = inputs.map((input, n) => field(say(`assign.draw-${POOLED_KINDS[n]}`), input));
  const read = (): Draws => {
    const [exercise, question] = inputs.map(({ value }) => Math.floor(Number(value)) || undefined);
    return { exercise, question };
  };
  const show = (draws?: Draws): void => {
    for (const [n, kind] of POOLED_KINDS.entries()) inputs[n]!.value = String(draws?.[kind] ?? "");
  };
  return { inputs, fields, read, show };
}

export class Handout {
  readonly root = element("div", { className: "handout" });
  private readonly name = element("input", {
    type: "text",
    id: "assign-file",
    maxLength: 64,
    autocomplete: "off",
    spellcheck: false,
  });
  private readonly code = element("div", { className: "qr" });
  private readonly told = element("p", { role: "status" });
  private readonly fileButton = button(say("assign.file-save"), () => this.saveContent());
  private now: HandedOut | undefined;

  constructor(changed: () => void) {
    this.name.addEventListener("input", changed);
    const share = button(say("assign.share"), () => void this.share());
    share.hidden = typeof navigator.share !== "function";
    const save = [
      button(say("assign.sheet-save"), () => this.saveSheet()),
      button(say("assign.calendar-save"), () => this.saveCalendar()),
      this.fileButton,
      share,
    ];
    const bar = element("div", { className: "bar" }, ...save);
    this.root.append(field(say("assign.file"), this.name), this.code, bar, this.told);
  }

  /** The name that was given to the site's file; "" for none, or for one that is no name. */
  get file(): string {
    const name = this.name.value.trim();
    return isFileName(name) ? name : "";
  }

  /** Show the code of what is handed out now; undefined: nothing can be. */
  show(now: HandedOut | undefined): void {
    this.now = now;
    this.fileButton.hidden = !this.file;
    this.code.replaceChildren();
    const named = this.name.value.trim();
    this.told.textContent =
      named && !this.file
        ? say("assign.file-bad")
        : this.file && say("assign.file-about", { file: `${this.file}.json` });
    if (!now?.link.startsWith("http")) return; // an address that no phone can reach
    const picture = qrPicture(now.link);
    this.code.append(picture ?? element("p", { className: "small" }, say("assign.no-qr")));
  }

  private save(file: string, text: string, type: string): void {
    saveFile(file, new Blob([text], { type }));
    this.told.textContent = say("assign.saved", { file });
  }

  private saveContent(): void {
    if (!this.now || !this.file) return;
    const text = `${JSON.stringify(toContent(this.now.assignment), null, 1)}\n`;
    const about = say("assign.file-about", { file: `${this.file}.json` });
    this.save(filePath(this.file).split("/").at(-1) ?? "", text, "application/json");
    this.told.append(" ", about);
  }

  private saveSheet(): void {
    if (!this.now) return;
    const { assignment, course, things, link, due } = this.now;
    const name = fileName(assignment.title, assignment.code);
    this.save(`${name}.html`, sheet(assignment, course, things, link, due), "text/html");
  }

  private saveCalendar(): void {
    if (!this.now) return;
    const { assignment, link } = this.now;
    const text = calendar(assignment, link, `${new Date().toISOString().slice(0, 19)}Z`);
    if (text === undefined) this.told.textContent = say("assign.no-due");
    else this.save(`${fileName(assignment.title, assignment.code)}.ics`, text, "text/calendar");
  }

  private async share(): Promise<void> {
    if (!this.now) return;
    const { assignment, link } = this.now;
    await navigator.share({ title: assignment.title, url: link }).catch(() => undefined);
  }
}
