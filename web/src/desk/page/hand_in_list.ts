// The list of hand-ins: what each is called, in what order they stand, and whose share each is in.
import { say } from "../../shared/words";
import { withEssays } from "../export";
import { type About, order } from "../export/points";
import { codeOf, explainShares, graderFor, placeOf } from "../hand_marks/shares";
import type { Item, Marked } from "../types";
import { nameRow } from "./hand_in_row";
import { type EssaySetting, essaysIn } from "./marking/essay_view";
import type { HandMarksBox } from "./marking/hand_marks_box";
import type { SharingBox } from "./marking/sharing_box";
import type { Setting } from "./setting";

export class HandInList {
  all: Marked[] = [];
  setting: Setting | undefined;

  constructor(
    private readonly body: HTMLElement,
    private readonly sharing: SharingBox,
    private readonly hand: HandMarksBox,
  ) {}

  clear(setting: Setting): void {
    this.setting = setting;
    this.all = [];
    this.body.replaceChildren();
  }

  rows = (): HTMLElement[] => [...this.body.children] as HTMLElement[];

  /** What a hand-in is called while names are hidden; undefined: they are not. */
  code(one: Marked): string | undefined {
    const { anonymous, seed } = this.sharing.sharing;
    return anonymous ? this.sharing.label(codeOf(seed, one)) : undefined;
  }

  nameOf = (one: Marked): string => this.code(one) ?? (one.alias || one.file);
  /** The hand-in as it may be shown. */
  shown = (one: Marked): Marked => {
    const code = this.code(one);
    return code === undefined ? one : { ...one, alias: code, file: "" };
  };

  private get items(): Item[] {
    return this.setting ? withEssays(this.setting.items, { key: this.setting.key.raw as unknown as About["key"] }) : [];
  }

  private get texts(): Item[] {
    return this.items.filter(({ kind }) => kind === "reflection");
  }

  /** Whether who grades here has a share, and is not just looking. */
  private get shares(): boolean {
    return this.sharing.sharing.graders.includes(this.hand.name);
  }

  /** Name or hide, sort, and show the share of who grades here. */
  arrange(): void {
    const { anonymous, seed, graders } = this.sharing.sharing;
    const by = new Map(this.all.map((one) => [one.file, one]));
    const { texts } = this;
    const mine = (one: Marked): boolean =>
      !this.shares || texts.some((item) => graderFor(this.sharing.sharing, one, item, texts) === this.hand.name);
    const rows = this.rows().flatMap((row) => {
      const one = by.get(row.dataset.file ?? "");
      return one ? [{ row, one, place: anonymous ? placeOf(seed, one) : one.file }] : [];
    });
    rows.sort((a, b) => order(a.place, b.place));
    for (const { row, one } of rows) {
      nameRow(row, one, this.code(one));
      row.hidden = !mine(one);
    }
    this.body.append(...rows.map(({ row }) => row));
    const counts = explainShares(this.sharing.sharing, this.all, this.items) ?? "";
    const own = rows.filter(({ row }) => !row.hidden).length;
    const shown = this.shares ? say("desk.share-mine", { n: own, of: rows.length }) : say("desk.share-nobody");
    this.sharing.said(graders.length ? `${counts} ${shown}` : "");
  }

  open(file: string | undefined): void {
    const row = this.rows().find((one) => one.dataset.file === file);
    row?.querySelector("button")?.click();
  }

  /** With whose share each text of the hand-in is in, where it is not that of who grades here. */
  withShares(one: Marked, setting: Setting): EssaySetting {
    const { texts } = this;
    const otherShare = (id: string): string | undefined => {
      const item = texts.find((each) => each.id === id);
      const grader = item && graderFor(this.sharing.sharing, one, item, texts);
      return grader === this.hand.name ? undefined : grader;
    };
    return { ...setting, otherShare };
  }

  /** Opens the next hand-in of the list, in the share of who grades here, whose free text nobody has marked yet. */
  nextUnread(opener: HTMLElement): (() => void) | undefined {
    const rows = this.rows();
    const here = rows.findIndex((row) => row.contains(opener));
    const by = new Map(this.all.map((one) => [one.file, one]));
    const unread = (row: HTMLElement): boolean => {
      const one = by.get(row.dataset.file ?? "");
      if (!one || row.hidden || !this.setting) return false;
      const { otherShare } = this.withShares(one, this.setting);
      const marked = new Set(
        this.hand
          .of(one.sha256)
          .filter(({ points }) => points !== null)
          .map(({ text }) => text),
      );
      const left = essaysIn(one).filter((id) => !marked.has(`reflection/${id}`));
      return left.some((id) => !otherShare?.(id) || !this.shares);
    };
    const next = [...rows.slice(here + 1), ...rows.slice(0, here)].find(unread);
    return next && (() => next.querySelector("button")?.click());
  }
}
