// Free text is kept while it is written: noted at every keystroke, put away a moment later, and shown in every open tab.
import { savePendingWrite } from "./pending_writes";
import { get, put, readNewest } from "./store";
import { onSaveRequest, watchKey } from "./tabs";

const SAVE_DELAY_MS = 400; // ms from a keystroke until what is written is put away

export interface TextFields<T> {
  key: string;
  /** What is written now. */
  now(): T;
  /** What was kept, in its form; undefined if it has none. */
  parse(value: unknown): T | undefined;
  /** Show what another tab has written. */
  show(value: T): void;
  /** Called when this browser keeps it only while the page is open. */
  session(): void;
}

export interface TextAutosave<T> {
  /** What was kept when the page opened. */
  last: T | undefined;
  /** To be called at every change. */
  changed(): void;
  /** Keep what is written, now. */
  save(): Promise<void>;
}

/** Begin to keep what is written. */
export async function autosaveText<T extends { at: string }>(fields: TextFields<T>): Promise<TextAutosave<T>> {
  const { key, now, parse } = fields;
  let timer: number | undefined;
  let saving: Promise<unknown> = Promise.resolve();
  const save = (): Promise<void> => {
    window.clearTimeout(timer);
    timer = undefined;
    const done = put(key, now()).then((where) => {
      if (where === "session") fields.session();
    });
    saving = Promise.allSettled([saving, done]);
    return done;
  };
  const savePending = (): Promise<unknown> => (timer === undefined ? saving : save());
  const last = await readNewest(key, parse);
  let seen = last?.at ?? "";
  const changed = (): void => {
    const value = now();
    seen = value.at;
    // Where nothing can be noted, nothing waits.
    if (savePendingWrite(key, value)) timer ??= window.setTimeout(() => void save(), SAVE_DELAY_MS);
    else void save();
  };
  watchKey(key, async () => {
    const other = parse(await get(key));
    if (timer !== undefined || !other || other.at <= seen) return;
    seen = other.at;
    fields.show(other);
  });
  onSaveRequest(savePending);
  addEventListener("pagehide", () => void savePending());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && void savePending());
  return { last, changed, save };
}

/** Put `text` in, with the cursor where it was. */
export function writeInto(field: HTMLTextAreaElement, text: string): void {
  if (field.value === text) return;
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  field.setSelectionRange(selectionStart, selectionEnd);
}
