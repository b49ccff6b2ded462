// What the forms for marks are given: the marks of one hand-in, who gives them here, and the bank of comments.
import type { HandMark } from "../../types";
import type { CommentBank } from "./comment_bank";

/** A mark as a form gives it; whose it is and when it was given is added to it. */
export type GivenMark = Omit<HandMark, "sha256" | "grader" | "at">;

/** Marks of one hand-in by whoever gave them; `keep` puts one in the place of the same grader's older one. */
export interface MarkKeeper {
  all(): HandMark[];
  marks(text: string): HandMark[];
  /** The mark of who grades here now. */
  mine(text: string): HandMark | undefined;
  keep(mark: GivenMark): void;
  bank: CommentBank;
}
