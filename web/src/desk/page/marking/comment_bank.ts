// The bank of comments of this browser: kept with the marks, saved in marks.json.
import { commentsFor, mergeBanks, toggled } from "../../hand_marks/bank";
import type { BankComment } from "../../types";
import { StoredMarks } from "../stored_marks";

export class CommentBank {
  all: BankComment[] = [];

  constructor() {
    void this.load();
  }

  /** What is kept in this browser. */
  async load(): Promise<void> {
    this.all = mergeBanks(this.all, await StoredMarks.bank());
  }

  of = (item: string, criterion: string): string[] => commentsFor(this.all, item, criterion);

  take(more: BankComment[]): void {
    this.put(mergeBanks(this.all, more));
  }

  /** Keep a comment, or drop it if it is kept. */
  toggle(comment: BankComment): void {
    this.put(toggled(this.all, comment));
  }

  private put(all: BankComment[]): void {
    this.all = all;
    void StoredMarks.keepBank(all);
  }
}
