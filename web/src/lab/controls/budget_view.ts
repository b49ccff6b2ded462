// Budgets in links and in the page: what a link may set, how the split is drawn, what is left.
import { say } from "../../shared/words";
import { type Shares, splitBudget } from "../evaluate/budget";
import type { Budget } from "../types";

/** Complete what a link sets of each budget; parts that are too much together are left out, with a note. */
export function checkBudgets(budgets: Budget[], defaults: Shares, keys: Shares, notes: string[]): void {
  for (const budget of budgets) {
    const given = budget.parts.filter((name) => name in keys);
    const made = splitBudget(budget, defaults, Object.fromEntries(given.map((name) => [name, keys[name] ?? 0])));
    if (made) Object.assign(keys, made);
    else {
      const sum = given.reduce((total, name) => total + Number(keys[name]), 0);
      notes.push(say("lab.bad_sum", { names: given.join(", "), sum: Number(sum.toFixed(6)), total: budget.total }));
      for (const name of given) delete keys[name];
    }
  }
}

/** Draw how each budget is split, and write what is unspent. */
export function showBudgets(
  section: HTMLElement,
  budgets: Budget[],
  keys: Shares,
  write: (n: number, form: string) => string,
): void {
  for (const budget of budgets) {
    const group = section.querySelector<HTMLElement>(`[data-budget="${CSS.escape(budget.name)}"]`);
    let left = budget.total;
    for (const name of budget.parts) {
      left -= Number(keys[name]);
      const drawn = group?.querySelector<HTMLElement>(`[data-part="${CSS.escape(name)}"]`);
      drawn?.style.setProperty("width", `${((100 * Number(keys[name])) / budget.total).toFixed(2)}%`);
    }
    const rest = group?.querySelector("output[name]") as HTMLOutputElement | null;
    if (!rest) continue;
    const { form = "%", unit = "" } = rest.dataset;
    const text = `${write(Math.max(0, Number(left.toFixed(10))), form)} ${unit}`.trim();
    if (rest.textContent !== text) rest.textContent = text;
  }
}
