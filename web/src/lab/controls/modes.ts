// Modes of a lab in its links: which tab a link opens, and what it sets under another.
import { say } from "../../shared/words";
import type { Control, ControlValues, Plan } from "../types";

/** The mode under which a control counts, as a link writes it: "equal_cost=size". */
const written = ({ when }: Control): string => when?.join("=") ?? "";

/**
 * What a link sets, with the mode under which it counts where the link names none (as `settings` in
 * declare/opening.py); and notes on what it sets that does not count under the mode that is open. Where all that it sets
 * counts under one mode, that one is open, and there is nothing to note.
 * @param named what the link itself sets; keys have the other parts of a budget besides
 */
export function openModes(
  plan: Plan,
  keys: ControlValues,
  named: ReadonlySet<string>,
): { keys: ControlValues; notes: string[] } {
  const opened: ControlValues = {};
  const notes: string[] = [];
  // A link that sets every control gives a state in full, with what waits under the other tabs.
  const full = plan.controls.every(({ name }) => named.has(name));
  for (const mode of plan.controls) {
    const set = plan.controls.filter(({ name, when }) => when?.[0] === mode.name && name in keys);
    if (!set.length || full) continue;
    const [asked, standard] = [keys[mode.name], String(mode.default)];
    const wanted = new Set(set.map(({ when }) => when?.[1] ?? ""));
    const alone = wanted.size === 1 ? [...wanted][0] : undefined;
    const open = String(asked ?? alone ?? standard);
    if (asked === undefined) opened[mode.name] = open;
    const note = (key: string, those: Control[], others: Record<string, string>): void => {
      const names = those.flatMap(({ name }) => (named.has(name) ? name : [])).join(", ");
      if (names) notes.push(say(key, { names, ...others }));
    };
    const now = `${mode.name}=${open}`;
    for (const other of new Set(set.map(written).filter((one) => one !== now)))
      note(
        "lab.other_mode",
        set.filter((one) => written(one) === other),
        { mode: other, open: now },
      );
  }
  return { keys: { ...keys, ...opened }, notes };
}
