// What came of it: a row for each hand-in, each to be opened, and the files for the instructor.

import { say } from "../../shared/words";
import { type About, warnings } from "../export";
import { shownItem } from "../export/changes";
import { itemsWithEssays } from "../export/essay_items";
import { book } from "../export/points";
import { explainLate } from "../late/apply";
import type { HandMark, Marked } from "../types";
import { showChanges } from "./changes_table";
import { courseAbout } from "./course_about";
import { HandInList } from "./hand_in_list";
import { handInRow, nameRow } from "./hand_in_row";
import { LateBox } from "./late_box";
import { conflictsTable } from "./marking/conflicts_table";
import { HandMarksBox } from "./marking/hand_marks_box";
import { SharingBox } from "./marking/sharing_box";
import { saveSheet, sheetNamed, whyMissing } from "./save_sheet";
import type { Setting } from "./setting";
import { submissionView } from "./submission_view";
import { warningsList } from "./warnings_list";

const MAX_ROWS = 500; // more would make the page slow; they stand in the gradebook

export class ResultsView {
  private readonly list: HandInList;
  private readonly hand: HandMarksBox;
  private readonly late: LateBox;
  private readonly sharing: SharingBox;
  private loading: Promise<void>[] = [];
  private readonly warn: () => void;
  private setting: Setting | undefined;

  constructor(private readonly section: HTMLElement) {
    this.hand = new HandMarksBox(
      section,
      () => this.list.all.map(this.list.shown),
      (sha256) => {
        for (const one of this.list.all) if (one.sha256 === sha256) this.refresh(one);
        this.warn();
      },
      (files) => [...this.late.take(files), ...this.sharing.take(files)],
      () => this.arrange(),
    );
    this.late = new LateBox(section, () => {
      for (const one of this.list.all) this.refresh(one);
      this.warn();
    });
    this.sharing = new SharingBox(section, () => this.arrange());
    this.list = new HandInList(this.part(".handed tbody"), this.sharing, this.hand);
    const conflicting = conflictsTable(this.part(".conflicts"), {
      hand: () => this.hand.all(),
      nameOf: (sha256) => this.list.all.flatMap((one) => (one.sha256 === sha256 ? [this.list.nameOf(one)] : []))[0],
      take: ({ sha256, grader: _grader, at: _at, ...mark }) => {
        this.hand.keeper(sha256).keep({ ...mark, decides: true });
        this.said(say("desk.conflict-taken", { points: mark.points ?? "–", item: shownItem(mark.text) }));
      },
      open: (sha256) => this.list.open(this.list.all.find((one) => one.sha256 === sha256)?.file),
    });
    this.warn = warningsList(this.part(".unclear"), () => {
      conflicting();
      const said = this.setting ? warnings(this.list.all, this.about([]), this.hand.all()) : [];
      return said.length && this.sharing.sharing.anonymous ? [say("desk.warnings-hidden", { n: said.length })] : said;
    });
    for (const button of section.querySelectorAll<HTMLElement>("[data-sheet]")) {
      button.addEventListener("click", () => this.save(button.dataset.sheet ?? ""));
    }
  }

  private part = <T extends HTMLElement>(name: string): T => this.section.querySelector<T>(name)!;

  begin(setting: Setting): void {
    this.setting = setting;
    this.loading = [];
    this.list.clear(setting);
    this.hand.clear();
    for (const name of [".one", ".counts", ".unclear", ".changed"]) this.part(name).replaceChildren();
    this.part(".one").hidden = this.part(".changed").hidden = this.part(".results").hidden = true;
    this.warn();
  }

  add(some: Marked[]): void {
    this.list.all.push(...some);
    this.part(".results").hidden = false;
    const body = this.part(".handed tbody");
    const room = Math.max(0, MAX_ROWS - body.childElementCount);
    body.append(...some.slice(0, room).map((one) => this.row(one)));
    const more = this.list.all.length - MAX_ROWS;
    this.part(".more-rows").hidden = more <= 0;
    this.part(".more-rows").textContent = say("desk.rows-more", { n: more });
    const count = (of: (one: Marked) => boolean): number => this.list.all.filter(of).length;
    const read = count(({ status }) => status === "read");
    this.part(".counts").textContent = say("desk.counts", {
      read,
      bad: this.list.all.length - read,
      flagged: count(({ flags }) => flags.length > 0),
      texts: count(({ texts }) => Object.keys(texts).length > 0),
    });
    this.loading.push(...some.map((one) => this.hand.load(one.sha256)));
  }

  /** All are there: in the order of their names, as in the gradebook; or in that without names. */
  end(): void {
    this.arrange();
    this.part("h2").focus({ preventScroll: true });
    void Promise.all(this.loading).then(() => {
      if (!this.setting) return;
      const hand = this.hand.all();
      const about = this.about(hand);
      return showChanges(this.part(".changed"), book(this.list.all, about, hand), about, this.list.nameOf);
    });
  }

  private arrange(): void {
    this.list.arrange();
    this.warn();
  }

  said(text: string): void {
    this.part(".saved").textContent = text;
  }

  private row(one: Marked): HTMLElement {
    const row = handInRow(one, this.points(one), (opener) => void this.open(one, opener));
    nameRow(row, one, this.list.code(one));
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
    const cell = this.list.rows().find((row) => row.dataset.file === one.file)?.children[2];
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
      ...submissionView(
        { ...this.list.shown(one), notes },
        bytes,
        this.list.withShares(one, setting),
        this.hand.keeper(one.sha256),
        {
          close: () => {
            place.hidden = true;
            opener.focus();
          },
          next: this.list.nextUnread(opener),
        },
      ),
    );
    place.querySelector<HTMLElement>("h3")?.focus();
    place.scrollIntoView({ block: "start" });
  }

  private save(name: string): void {
    if (!this.setting) return;
    const hand = this.hand.all();
    const about = this.about(hand);
    const made = sheetNamed(name, this.list.all, about, hand, this.hand.bank.all);
    if (made === undefined) {
      this.said(whyMissing(name));
      return;
    }
    saveSheet(name, made);
    this.said(say("desk.saved", { name }));
  }

  private about(hand: HandMark[]): About {
    const { items, key, lists, title, due } = this.setting!;
    const given = items ?? itemsWithEssays(this.list.all, hand, key.reflections);
    return {
      items: given,
      key: key.raw as About["key"],
      ...lists,
      title,
      due,
      ...courseAbout(),
      late: this.late.policy,
      sharing: this.sharing.saved,
      solutions: this.part<HTMLInputElement>("#desk-solutions").checked,
    };
  }
}
