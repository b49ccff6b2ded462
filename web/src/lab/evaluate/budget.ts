// A budget's parts, as budget.py splits them: what one part gains, the unspent rest or the others lose.
import type { Budget } from "../types";

export type Shares = Record<string, number | string>;

/** Whole numbers in proportion to `units` that fit into `room`, or fill it if `whole`. */
export function apportion(units: number[], room: number, whole: boolean): number[] {
  const sum = units.reduce((a, b) => a + b, 0);
  const target = whole ? room : Math.min(sum, room);
  if (!units.length || target === sum) return [...units];
  const weights = sum ? units : units.map(() => 1);
  const total = sum || units.length;
  const made = weights.map((weight) => Math.floor((weight * target) / total));
  const order = weights
    .map((weight, i) => [(weight * target) % total, i] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  const left = target - made.reduce((a, b) => a + b, 0);
  for (const [, i] of order.slice(0, left)) made[i] = (made[i] ?? 0) + 1;
  return made;
}

/** All parts when those in `fixed` are set and the others start from `start`; null if the fixed ones are too much. */
export function splitBudget(budget: Budget, start: Shares, fixed: Shares): Record<string, number> | null {
  const all = Math.round(budget.total / budget.step);
  const steps = (value: number | string | undefined): number => Math.floor(Number(value ?? 0) / budget.step + 0.5);
  const given = budget.parts.filter((name) => name in fixed);
  const others = budget.parts.filter((name) => !(name in fixed));
  const spent = given.reduce((sum, name) => sum + steps(fixed[name]), 0);
  if (spent > all || (budget.whole && !others.length && spent < all)) return null;
  const out = apportion(
    others.map((name) => steps(start[name])),
    all - spent,
    budget.whole,
  );
  const units = (name: string): number => (name in fixed ? steps(fixed[name]) : (out[others.indexOf(name)] ?? 0));
  return Object.fromEntries(budget.parts.map((name) => [name, Number((units(name) * budget.step).toFixed(10))]));
}
