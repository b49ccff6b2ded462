// What came of it: a row for each hand-in, each to be opened, and the files for the instructor.

import { element } from "../../shared/element";
import { say } from "../../shared/words";
import { type About, warnings } from "../export";
import { itemsWithEssays } from "../export/essay_items";
import { book } from "../export/points";
import { explainLate } from "../late/apply";
import type { HandMark, Marked } from "../types";
import { HandMarksBox } from "./hand_marks_box";
import { LateBox } from "./late_box";
import { saveSheet, sheetNamed } from "./save_sheet";
import type { Setting } from "./setting";
import { submissionView } from "./submission_view";
import { warningsList } from "./warnings_list";

const MAX_ROWS = 500; // more would make the page slow; they stand in the gradebook

export class ResultsView {
  private all: Marked[] = [];
  private readonly hand: HandMarksBox;
  private readonly late: LateBox;
  private readonly warn: () => void;
  private setting: Setting | undefined;

  constructor(private readonly section: HTMLElement) {
    this.hand = new HandMarksBox(
      section,
      () => this.all,
      (sha256) => {
        for (const one of this.all) if (one.sha256 === sha256) this.refresh(one);
        this.warn();
      },
      (files) => this.late.take(files),
    );
    this.late = new LateBox(section, () => {
      for (const one of this.all) this.refresh(one);
      this.warn();
    });
    this.warn = warningsList(this.part(".unclear"), () =>
      this.setting ? warnings(this.all, this.about([]), this.hand.all()) : [],
    );
    for (const button of section.querySelectorAll<HTMLElement>("[data-sheet]")) {
      button.addEventListener("click", () => this.save(button.dataset.sheet ?? ""));
    }
  }

  private rows = (): HTMLElement[] => [...this.part("tbody").children] as HTMLElement[];
  private part = <T extends HTMLElement>(name: string): T => this.section.querySelector<T>(name)!;

  begin(setting: Setting): void {
    this.setting = setting;
    this.all = [];
    this.hand.clear();
    for (const name of ["tbody", ".one", ".counts", ".unclear"]) this.part(name).replaceChildren();
    this.part(".one").hidden = this.part(".results").hidden = true;
  }

  add(some: Marked[]): void {
    this.all.push(...some);
    this.part(".results").hidden = false;
    this.part("tbody").append(
      ...some.slice(0, Math.max(0, MAX_ROWS - this.part("tbody").childElementCount)).map((one) => this.row(one)),
    );
    const more = this.all.length - MAX_ROWS;
    this.part(".more-rows").hidden = more <= 0;
    this.part(".more-rows").textContent = say("desk.rows-more", { n: more });
    const count = (of: (one: Marked) => boolean): number => this.all.filter(of).length;
    const read = count(({ status }) => status === "read");
    this.part(".counts").textContent = say("desk.counts", {
      read,
      bad: this.all.length - read,
      flagged: count(({ flags }) => flags.length > 0),
      texts: count(({ texts }) => Object.keys(texts).length > 0),
    });
    for (const one of some) void this.hand.load(one.sha256);
  }

  /** All are there: in the order of their names, as in the gradebook. */
  end(): void {
    const rows = this.rows();
    rows.sort((a, b) => ((a.dataset.file ?? "") < (b.dataset.file ?? "") ? -1 : 1));
    this.part("tbody").append(...rows);
    this.warn();
    this.part("h2").focus({ preventScroll: true });
  }

  said(text: string): void {
    this.part(".saved").textContent = text;
  }

  private row(one: Marked): HTMLElement {
    const open = element("button", { type: "button" }, one.alias || say("desk.nameless"));
    open.addEventListener("click", () => void this.open(one, open));
    const outcomes = new Map<string, number>();
    const graded = [...Object.values(one.exercises), ...Object.values(one.questions)];
    for (const { outcome } of graded) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const words = [...outcomes].map(([outcome, n]) =>
      say("desk.outcome-count", { n, outcome: say(`report.outcome.${outcome}`) }),
    );
    const about = [
      ...(one.flags.length ? [say("desk.flags-count", { n: one.flags.length })] : []),
      ...(one.notes.length && one.status === "read" ? [say("desk.notes-count", { n: one.notes.length })] : []),
      ...(Object.keys(one.texts).length ? [say("desk.texts-count", { n: Object.keys(one.texts).length })] : []),
    ];
    const read = one.status === "read";
    const row = element("tr", { ...(!read && { className: "bad" }), "data-file": one.file });
    const name = element("th", { scope: "row" });
    name.append(open, element("span", { className: "file" }, one.file));
    row.append(
      name,
      element("td", {}, read ? words.join(", ") : `${say(`report.status.${one.status}`)}: ${one.notes.at(-1) ?? ""}`),
      element("td", {}, read ? this.points(one) : ""),
      element("td", one.flags.length ? { className: "flagged" } : {}, about.join(", ")),
    );
    return row;
  }

  /** What its items come to; while free text waits for a mark, that it waits; and whether a mark was overridden. */
  private points(one: Marked): string {
    const hand = this.hand.of(one.sha256);
    const [row] = book([one], this.about([]), hand).rows;
    const n = row?.cells.filter(({ override }) => override).length ?? 0;
    const total = row?.unread ? say("desk.total-waits") : String(row?.total ?? "");
    return n ? say("desk.points-overridden", { total, n }) : total;
  }

  /** Show in its row what it comes to with the marks that were given by hand. */
  private refresh(one: Marked): void {
    if (one.status !== "read") return;
    const cell = this.rows().find((row) => row.dataset.file === one.file)?.children[2];
    if (cell) cell.textContent = this.points(one);
  }

  private async open(one: Marked, opener: HTMLElement): Promise<void> {
    const setting = this.setting;
    if (!setting) return;
    const bytes = await setting.read(one.file)?.catch(() => undefined);
    const place = this.part(".one");
    const { rows, outOf } = book([one], this.about([]), this.hand.of(one.sha256));
    const notes = [...rows.flatMap((row) => explainLate(row, outOf)), ...one.notes];
    place.hidden = false;
    place.replaceChildren(
      ...submissionView({ ...one, notes }, bytes, setting, this.hand.keeper(one.sha256), {
        close: () => {
          place.hidden = true;
          opener.focus();
        },
        next: this.nextUnread(opener),
      }),
    );
    place.querySelector<HTMLElement>("h3")?.focus();
    place.scrollIntoView({ block: "start" });
  }

  /** Opens the next hand-in of the list whose free text nobody has marked yet. */
  private nextUnread(opener: HTMLElement): (() => void) | undefined {
    const rows = this.rows();
    const here = rows.findIndex((row) => row.contains(opener));
    const unread = (row: HTMLElement): boolean => {
      const one = this.all.find(({ file }) => file === row.dataset.file);
      return one !== undefined && Object.keys(one.texts).length > 0 && !this.hand.of(one.sha256).length;
    };
    const next = [...rows.slice(here + 1), ...rows.slice(0, here)].find(unread);
    return next && (() => next.querySelector("button")?.click());
  }

  private save(name: string): void {
    if (!this.setting) return;
    const hand = this.hand.all();
    const about = this.about(hand);
    const made = sheetNamed(name, this.all, about, hand, this.hand.bank.all);
    if (made === undefined) {
      this.said(say("desk.no-filled-in"));
      return;
    }
    saveSheet(name, made);
    this.said(say("desk.saved", { name }));
  }

  private about(hand: HandMark[]): About {
    const { course } = (window as unknown as { coursekit?: Pick<About, "course"> }).coursekit ?? {};
    const { items, key, lists, title, due } = this.setting!;
    const given = items ?? itemsWithEssays(this.all, hand, key.reflections);
    return {
      items: given,
      key: key.raw as About["key"],
      ...lists,
      title,
      due,
      course,
      late: this.late.policy,
      solutions: this.part<HTMLInputElement>("#desk-solutions").checked,
    };
  }
}
