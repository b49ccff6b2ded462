// Free text is kept while it is written: noted at every keystroke, put away a moment later, and shown in every open tab.

import { clearPendingWrite, onPendingWrite, savePendingWrite, TAB } from "../pending_writes";
import { get, readMerged, update } from "../store";
import { onSaveRequest, watchKey } from "../tabs";
import { say } from "../words";
import { asideBoxes } from "./aside_boxes";
import { formatTexts, mergeSavedTexts, mergeTexts, parseTexts, type SavedTexts, versionOf } from "./saved_texts";

const SAVE_DELAY_MS = 400; // ms from a keystroke until what is written is put away

export interface TextFields {
  key: string;
  /** The fields by the names under which their texts are kept. */
  fields: Map<string, HTMLTextAreaElement>;
  /** Whether they are kept as an essay: one text. */
  essay: boolean;
  /** Called when another tab's text has come into a field. */
  shown(): void;
  /** Say where the learner sees it. */
  tell(sentence: string): void;
  /** Said when this browser keeps it only while the page is open. */
  sessionOnly: string;
}

export interface TextAutosave {
  /** To be called at every change. */
  changed(): void;
}

/** Show what is kept in the fields, and begin to keep what is written. */
export async function autosaveText(about: TextFields): Promise<TextAutosave> {
  const { key, fields, essay } = about;
  let timer: number | undefined;
  let saving: Promise<unknown> = Promise.resolve();
  // What the fields were written from: the newest version that has been shown in them, or was kept from them.
  let base: SavedTexts | undefined;
  let written: SavedTexts | undefined; // in the fields, and not yet kept

  const boxes = asideBoxes(fields, (name, text) => {
    void update<unknown>(key, (stored) => {
      const kept = parseTexts(stored);
      if (!kept) return stored;
      const left = (kept.aside[name] ?? []).filter((one) => one !== text);
      const { [name]: _, ...rest } = kept.aside;
      return formatTexts({ ...kept, aside: left.length ? { ...rest, [name]: left } : rest }, essay);
    });
  });
  const read = (): SavedTexts => ({
    texts: Object.fromEntries([...fields].map(([name, field]) => [name, field.value])),
    at: new Date().toISOString(),
    by: TAB,
    from: versionOf(base),
    aside: {},
  });
  const isUntouched = ({ texts }: SavedTexts): boolean =>
    [...fields].every(([name, field]) => field.value === (texts[name] ?? ""));
  const show = (kept: SavedTexts): void => {
    for (const [name, field] of fields) writeInto(field, kept.texts[name] ?? "");
    base = kept;
    written = undefined;
    about.shown();
  };
  const save = (): Promise<void> => {
    window.clearTimeout(timer);
    timer = undefined;
    const mine = read();
    written = mine;
    const [value, before] = [formatTexts(mine, essay), base];
    savePendingWrite(key, value);
    const done = update<unknown>(key, (stored) => {
      const kept = parseTexts(stored);
      return kept ? formatTexts(mergeTexts(kept, mine, before), essay) : value;
    }).then(({ where, value: now }) => {
      const kept = parseTexts(now)!;
      if (where === "session") about.tell(about.sessionOnly);
      else clearPendingWrite(key, value);
      if (isUntouched(mine)) show(kept);
      if (boxes.show(kept.aside)) about.tell(say("reflection.clash"));
    });
    saving = Promise.allSettled([saving, done]);
    return done;
  };
  const savePending = (): Promise<unknown> => (timer === undefined ? saving : save());
  /** Take up what another tab has kept, or, if it was written from what is shown here, noted. */
  const takeUp = (value: unknown, isKept: boolean): void => {
    const other = parseTexts(value);
    if (!other) return;
    if (isKept) boxes.show(other.aside);
    if (written || versionOf(other) === versionOf(base) || other.at < (base?.at ?? "")) return;
    if (isKept || other.from === versionOf(base) || other.by === base?.by) show(other);
  };
  const changed = (): void => {
    written = read();
    // Where nothing can be noted, nothing waits.
    if (savePendingWrite(key, formatTexts(written, essay)))
      timer ??= window.setTimeout(() => void save(), SAVE_DELAY_MS);
    else void save();
  };

  const last = parseTexts(await readMerged(key, mergeSavedTexts));
  const typed = [...fields.values()].some((field) => field.value !== ""); // before this script had come
  for (const [name, field] of fields) field.value ||= last?.texts[name] ?? "";
  if (!typed) base = last;
  about.shown();
  boxes.show(last?.aside ?? {});
  watchKey(key, async () => takeUp(await get(key), true));
  onPendingWrite(key, (value) => takeUp(value, false));
  onSaveRequest(savePending);
  addEventListener("pagehide", () => void savePending());
  const refresh = async (): Promise<void> => takeUp(await readMerged(key, mergeSavedTexts), true);
  window.addEventListener("pageshow", ({ persisted }) => persisted && void refresh());
  document.addEventListener(
    "visibilitychange",
    () => void (document.visibilityState === "hidden" ? savePending() : refresh()),
  );
  if (typed) void save();
  return { changed };
}

/** Put `text` in, with the cursor where it was. */
function writeInto(field: HTMLTextAreaElement, text: string): void {
  if (field.value === text) return;
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  field.setSelectionRange(selectionStart, selectionEnd);
}
