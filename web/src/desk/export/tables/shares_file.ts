// Who marks which free text, as a file for the graders.
import { type Sharing, shares } from "../../hand_marks/shares";
import type { Item, Marked } from "../../types";
import { csv, guarded } from "./csv";

export function sharesFile(sharing: Sharing, all: Marked[], items: Item[]): string {
  const lines = shares(sharing, all, items).map(({ marked, item, grader }) =>
    [marked.file, marked.alias, item.id, grader].map(guarded),
  );
  return `\uFEFF${csv([["file", "alias", "item", "grader"], ...lines])}`;
}
