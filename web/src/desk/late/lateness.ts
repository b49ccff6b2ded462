// How late a hand-in is, and what that takes off: the same for every file and page.
import { foldAlias } from "../../shared/learner/alias";
import type { ClassList } from "../class_list/class_list";
import type { Person } from "../class_list/person";
import { platformName } from "../class_list/platform_names";
import type { Late, Marked } from "../types";
import type { Extension, LatePolicy } from "./policy";
import { instantOf } from "./time_zone";

const DAY_MS = 86_400_000;

/** Whose extension is whose; an entry for nobody who is known, or for several people, is named and counts for none. */
export class Extensions {
  /** What does not say whose it is. */
  readonly lost: string[] = [];
  private readonly by = new Map<Person | string, Extension>();

  constructor(entries: Extension[], list: ClassList, all: Marked[]) {
    const aliases = new Set(all.map(({ alias }) => foldAlias(alias)));
    const { everyone, people, shared } = list;
    for (const entry of entries) {
      const word = foldAlias(entry.who);
      const numbered = everyone.filter((one) => one.canvas_id === entry.who);
      const whole = everyone.filter((one) =>
        [one.name, one.login, one.sis_id, one.email].map(foldAlias).includes(word),
      );
      const named = numbered.length ? numbered : whole;
      const person = people.get(word) ?? (named.length === 1 ? named[0] : undefined);
      const key = person ?? (aliases.has(word) && !shared.has(word) && !named.length ? word : undefined);
      if (key === undefined || this.by.has(key)) this.lost.push(entry.who);
      else this.by.set(key, entry);
    }
  }

  of = (marked: Marked, person: Person | undefined): Extension | undefined =>
    this.by.get(person ?? foldAlias(marked.alias));
}

/** undefined: there is no due date, or nothing says when it was handed in. */
export function lateness(
  marked: Marked,
  extension: Extension | undefined,
  policy: LatePolicy,
  assigned: string | null | undefined,
): Late | undefined {
  const due = extension?.due ?? policy.due ?? assigned ?? "";
  const dueAt = instantOf(due, policy.zone);
  const given = extension?.handed_in;
  const handedAt = given ? instantOf(given, policy.zone) : Date.parse(marked.saved);
  if (Number.isNaN(dueAt)) return undefined;
  const platform = platformName(marked.file);
  const marker = platform?.platform === "canvas" ? platform.late : undefined;
  const known = {
    due,
    extended: Boolean(extension?.due),
    clock: given ? ("instructor" as const) : ("receipt" as const),
  };
  if (Number.isNaN(handedAt)) return { ...known, days: 0, percent: 0, closed: false, unknown: true, disputed: false };
  const past = handedAt - dueAt;
  const over = past > policy.grace_minutes * 60_000;
  const days = over ? Math.ceil(past / DAY_MS) : 0;
  const closed = policy.closed_after_days !== null && over && past > policy.closed_after_days * DAY_MS;
  const percent = closed ? 100 : Math.min(policy.most_percent, days * policy.percent_per_day);
  const disputed = !given && !extension && marker !== undefined && marker !== past > 0;
  return { ...known, days, percent, closed, unknown: false, disputed };
}

/** Points after what lateness takes off, of the points that can be reached; never below none. */
export const afterPenalty = (total: number, outOf: number, percent: number): number =>
  Math.max(0, total - (outOf * percent) / 100);
