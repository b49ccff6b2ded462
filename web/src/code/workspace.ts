// What every place has where code is written and run: a field with the kept code, its last runs, other tabs, the size.

import { python } from "../python/client";
import { get } from "../shared/store";
import { say } from "../shared/words";
import { createField, rowsFor } from "./editor/field";
import { megabytes } from "./progress_bar";
import { showRunHistory } from "./run_history";
import { PYTHON_FETCHED_KEY } from "./runner";
import type { Autosave } from "./saved/autosave";
import { askInNotice, type CodeSection } from "./section";
import type { CompletionSource, Field } from "./types";

/** What the field's surroundings are: the names of its Python, and where Shift + Enter goes on. */
interface EditorContext {
  namespace: string;
  before(): string;
  next?(): void;
}

/** The field with the kept code in it; what is written there is kept. */
export function mountEditor(parts: CodeSection, autosave: Autosave, title: string, around: EditorContext): Field {
  parts.area.value = autosave.work.code;
  parts.area.rows = rowsFor(autosave.work.code);
  parts.area.readOnly = false;
  const { namespace, before } = around;
  const names: CompletionSource = { before, ask: (code) => python.complete({ code, namespace }) };
  const field = createField(parts.area, title, () => autosave.save({ code: field.value() }), names);
  bindRunKeys(parts, around.next);
  return field;
}

/** Ctrl + Enter (⌘ + Enter) runs; Shift + Enter runs and goes on. In the editor and in the plain field alike. */
function bindRunKeys(parts: CodeSection, next: (() => void) | undefined): void {
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
export function showHistoryAndConflicts(
  parts: CodeSection,
  autosave: Autosave,
  field: Field,
  reached: () => void,
): void {
  const restore = (code: string): void => {
    if (parts.busy) return;
    autosave.setAside();
    field.set(code);
    parts.clear();
    parts.setState("idle", say("exercise.brought-back"));
    field.focus();
  };
  autosave.onProgress = () => {
    showRunHistory(parts.runs, autosave.work.runs, restore);
    reached();
  };
  autosave.onConflict = () => {
    if (!autosave.conflicting) {
      parts.notice.hidden = true;
      return;
    }
    const choose = (which: "mine" | "theirs"): void => {
      const code = autosave.resolveConflict(which);
      if (code !== field.value()) field.set(code);
      field.focus();
    };
    askInNotice(parts.notice, say("exercise.other-tab"), [
      ["exercise.take-that", () => choose("theirs")],
      ["exercise.keep-mine", () => choose("mine")],
    ]);
  };
  showRunHistory(parts.runs, autosave.work.runs, restore);
}

/** Say how much the first run will fetch, before it does. */
export async function showDownloadSize(parts: CodeSection, packages: string[]): Promise<void> {
  try {
    const bytes = await python.size(packages);
    if (bytes === 0 || parts.busy || (await get<boolean>(PYTHON_FETCHED_KEY))) return;
    parts.size.textContent = say("exercise.size", { size: megabytes(bytes) });
  } catch (error) {
    // Opened as a file, or cut off: say so now, not after the click.
    parts.size.textContent = (error as Error).message;
  }
  parts.size.hidden = false;
}
