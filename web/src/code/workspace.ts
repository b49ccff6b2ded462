// What every place has where code is written and run: a field with the kept code, its last runs, other tabs, the size.

import { python } from "../python/client";
import { get } from "../shared/store";
import { say } from "../shared/words";
import { makeField, rowsFor } from "./editor/field";
import { megabytes } from "./progress_bar";
import { showRuns } from "./run_history";
import { FETCHED } from "./runner";
import type { Keeper } from "./saved/autosave";
import { ask, type Parts } from "./section";
import type { Field, Names } from "./types";

/** What the field's surroundings are: the names of its Python, and where Shift + Enter goes on. */
interface Around {
  namespace: string;
  before(): string;
  next?(): void;
}

/** The field with the kept code in it; what is written there is kept. */
export function workOn(parts: Parts, keeper: Keeper, title: string, around: Around): Field {
  parts.area.value = keeper.work.code;
  parts.area.rows = rowsFor(keeper.work.code);
  parts.area.readOnly = false;
  const { namespace, before } = around;
  const names: Names = { before, ask: (code) => python.complete({ code, namespace }) };
  const field = makeField(parts.area, title, () => keeper.keep({ code: field.value() }), names);
  runByKey(parts, around.next);
  return field;
}

/** Ctrl + Enter (⌘ + Enter) runs; Shift + Enter runs and goes on. In the editor and in the plain field alike. */
function runByKey(parts: Parts, next: (() => void) | undefined): void {
  parts.area.parentElement?.addEventListener(
    "keydown",
    (event) => {
      const plain = event.ctrlKey || event.metaKey;
      if (event.key !== "Enter" || event.isComposing || !(plain || event.shiftKey) || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      parts.button("run")?.click();
      if (!plain) next?.();
    },
    { capture: true },
  );
}

/** Show the last runs, and say when another tab has changed the code. `reached`: hints have come from there. */
export function alsoElsewhere(parts: Parts, keeper: Keeper, field: Field, reached: () => void): void {
  const restore = (code: string): void => {
    if (parts.busy) return;
    keeper.aside();
    field.set(code);
    parts.clear();
    parts.say("idle", say("exercise.brought-back"));
    field.focus();
  };
  keeper.onReached = () => {
    showRuns(parts.runs, keeper.work.runs, restore);
    reached();
  };
  keeper.onOther = () => {
    if (!keeper.other) {
      parts.notice.hidden = true;
      return;
    }
    const choose = (which: "mine" | "theirs"): void => {
      const code = keeper.choose(which);
      if (code !== field.value()) field.set(code);
      field.focus();
    };
    ask(parts.notice, say("exercise.other-tab"), [
      ["exercise.take-that", () => choose("theirs")],
      ["exercise.keep-mine", () => choose("mine")],
    ]);
  };
  showRuns(parts.runs, keeper.work.runs, restore);
}

/** Say how much the first run will fetch, before it does. */
export async function nameSize(parts: Parts, packages: string[]): Promise<void> {
  try {
    const bytes = await python.size(packages);
    if (bytes === 0 || parts.busy || (await get<boolean>(FETCHED))) return;
    parts.size.textContent = say("exercise.size", { size: megabytes(bytes) });
  } catch (error) {
    // Opened as a file, or cut off: say so now, not after the click.
    parts.size.textContent = (error as Error).message;
  }
  parts.size.hidden = false;
}
