// Pools as the assign page offers them: of each chapter's chosen exercises, or questions, each learner gets some.
import type { Course } from "../course";
import type { Assignment, Item } from "../format";
import type { Pool } from "../item";
import { chapterPages, mostCommon, partsOf, type Selection } from "./selection";

export type PooledKind = "exercise" | "question";
export const POOLED_KINDS: readonly PooledKind[] = ["exercise", "question"];
/** How many of each chapter a learner gets; undefined: all. */
export type Draws = Record<PooledKind, number | undefined>;

/** The pools, and of the items what is in none. */
export function withPools(
  items: Item[],
  selection: Selection,
  course: Course,
  draws: Draws,
): { items: Item[]; pools: Pool[] } {
  const pools = chapterPages(course).flatMap((page) =>
    POOLED_KINDS.flatMap((kind): Pool[] => {
      const of = partsOf(course, page).filter((name) => name.startsWith(`${kind}/`) && selection.get(name)?.on);
      const draw = draws[kind];
      if (!draw || draw >= of.length) return [];
      return [{ draw, of, points: mostCommon(of.map((name) => selection.get(name)?.points ?? 1)) }];
    }),
  );
  const pooled = new Set(pools.flatMap(({ of }) => of));
  return { items: items.filter(({ kind, id }) => !pooled.has(`${kind}/${id}`)), pools };
}

/** Choose what stands in an assignment's pools; returns how many of each kind they draw. */
export function choosePools(assignment: Assignment, selection: Selection): Draws {
  const draws: Draws = { exercise: undefined, question: undefined };
  for (const { draw, of, points } of assignment.pools) {
    for (const name of of) {
      const pick = selection.get(name);
      if (pick) Object.assign(pick, { on: true, points });
      const kind = name.split("/")[0] as PooledKind;
      if (POOLED_KINDS.includes(kind)) draws[kind] = draw;
    }
  }
  return draws;
}
