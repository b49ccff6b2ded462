// Under which key a cell's work is kept: one made of its own published code, so that work stays with its cell when
// others are put before it; and work whose cell has changed finds the cell that took its place.
import { readAll } from "../code/saved/all_work";
import { fingerprint, parseSavedCode } from "../code/saved/saved_code";
import { put, remove } from "../shared/store";

/** From here on a changed cell is taken for the same one. Work on a cell that is gone stays kept, and in the file of all work. */
const MIN_SIMILARITY = 0.25;

const lines = (code: string): Set<string> =>
  new Set(
    code
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  );

/** How much two codes have in common, from 0 to 1: shared lines among all lines. */
export function similarity(one: string, other: string): number {
  const [a, b] = [lines(one), lines(other)];
  const shared = [...a].filter((line) => b.has(line)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** A key for each of the page's codes, in their order; of equal codes the later ones are told apart by a count. */
export function cellKeys(page: string, codes: string[]): string[] {
  const seen = new Map<string, number>();
  return codes.map((code) => {
    const print = fingerprint(code);
    const count = (seen.get(print) ?? 0) + 1;
    seen.set(print, count);
    return `cell/${page}/c${print}${count > 1 ? `.${count}` : ""}`;
  });
}

/** Work on cells that the page has no longer is moved to the cell that is most like them, if any is like them at all. */
export async function moveOrphanedWork(page: string, codes: string[], keys: string[]): Promise<void> {
  const kept = [...(await readAll())].filter(([key]) => key.startsWith(`cell/${page}/`));
  const free = keys
    .map((key, n) => ({ key, code: codes[n] ?? "" }))
    .filter(({ key }) => !kept.some(([other]) => other === key));
  const orphans = kept.flatMap(([key, value]) => {
    const work = keys.includes(key) ? undefined : parseSavedCode(value);
    return work && work.code !== work.starter ? [{ key, work }] : [];
  });
  const pairs = orphans.flatMap((orphan) =>
    free.map((cell) => ({ orphan, cell, like: similarity(orphan.work.starter, cell.code) })),
  );
  const taken = new Set<unknown>();
  for (const { orphan, cell, like } of pairs.sort((a, b) => b.like - a.like)) {
    if (like < MIN_SIMILARITY || taken.has(orphan) || taken.has(cell)) continue;
    taken.add(orphan).add(cell);
    await put(cell.key, orphan.work);
    await remove(orphan.key);
  }
}
