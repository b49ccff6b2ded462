// The course's open tabs: they tell each other of changes, and one that makes a file of the work asks the others first.
import { COURSE_ID, courseKey } from "./course";
import { pageGlobal } from "./page_global";

/** What one tab says to the others: the key of what it changed, a question, or the answer to one. */
type Message = string | { ask: string } | { answer: string; page: string; held: [string, unknown][] };

export interface Answers {
  /** What other tabs hold that this browser did not let them keep. */
  held: [string, unknown][];
  /** Whether a tab that holds something like it did not answer, or cannot be asked. */
  silent: boolean;
}

interface PageState {
  page: string;
  savers: Set<() => Promise<unknown>>;
  /** Whether one of this page's scripts answers for all of them. */
  answering: boolean;
  /** What the page holds that nothing keeps, and how the sign of it (a lock that other tabs see) is let go. */
  unsaved: Map<string, unknown>;
  release?: (() => void) | undefined;
}

const state = pageGlobal<PageState>("coursekitTabs", () => ({
  page: Math.random().toString(36).slice(2, 12),
  savers: new Set(),
  answering: false,
  unsaved: new Map(),
}));
const LOCK = courseKey("unsaved/");
let channel: BroadcastChannel | undefined;
const keyListeners = new Map<string, () => void>();
const allKeysListeners: ((key: string) => void)[] = [];
const waiting = new Map<string, (page: string, held: [string, unknown][]) => void>();

function open(): BroadcastChannel | undefined {
  if (channel || !("BroadcastChannel" in window)) return channel;
  try {
    channel = new BroadcastChannel(COURSE_ID);
  } catch {
    return undefined; // where a browser refuses all storage, it refuses this too: then each tab is alone
  }
  const answers = !state.answering;
  state.answering = true;
  channel.onmessage = (event: MessageEvent<Message>) => {
    const message = event.data;
    if (typeof message === "string") {
      keyListeners.get(message)?.();
      for (const heard of allKeysListeners) heard(message);
    } else if ("answer" in message) waiting.get(message.answer)?.(message.page, message.held);
    else if (answers) void answer(message.ask);
  };
  return channel;
}

async function answer(ask: string): Promise<void> {
  await savePage();
  channel?.postMessage({ answer: ask, page: state.page, held: [...state.unsaved] } satisfies Message);
}

/** Tell the other tabs, and the other scripts of this page, that what is kept under `key` has changed. */
export const notifyTabs = (key: string): void => open()?.postMessage(key);

/** Call `heard` whenever another tab has changed what is kept under `key`. */
export function watchKey(key: string, heard: () => void): void {
  keyListeners.set(key, heard);
  open();
}

/** Call `heard` with the key of whatever another tab, or another script of this page, has changed. */
export function watchAll(heard: (key: string) => void): void {
  allKeysListeners.push(heard);
  open();
}

/** Have `save` called before a file of the work is made, here or in another tab; it resolves when all is kept. */
export function onSaveRequest(save: () => Promise<unknown>): void {
  state.savers.add(save);
  open();
}

/** Keep what this page has still to keep. */
export async function savePage(): Promise<void> {
  await Promise.allSettled([...state.savers].map((save) => save()));
}

/** Note that `value` is kept nowhere but in this page (undefined: that it is kept now), for other tabs to know. */
export function markUnsaved(key: string, value: unknown): void {
  if (value === undefined) state.unsaved.delete(key);
  else state.unsaved.set(key, value);
  if (!state.unsaved.size) {
    state.release?.();
    state.release = undefined;
  } else if (!state.release) {
    open();
    const until = new Promise<void>((resolve) => {
      state.release = resolve;
    });
    void navigator.locks?.request(LOCK + state.page, () => until).catch(() => undefined);
  }
}

/** Have all tabs keep what they have still to keep, and give what they could not; waits `ms`, whoever answers. */
export async function requestSaveFromTabs(ms: number): Promise<Answers> {
  const held: [string, unknown][] = [];
  const answered = new Set([state.page]);
  const id = Math.random().toString(36).slice(2, 12);
  waiting.set(id, (page, entries) => {
    if (!answered.has(page)) held.push(...entries);
    answered.add(page);
  });
  const asked = open();
  asked?.postMessage({ ask: id } satisfies Message);
  await Promise.all([
    Promise.race([savePage(), new Promise((then) => setTimeout(then, 4 * ms))]),
    new Promise((then) => setTimeout(then, ms)),
  ]);
  waiting.delete(id);
  const locks = (await navigator.locks?.query().catch(() => undefined))?.held ?? [];
  const holders = locks.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : []));
  return { held, silent: holders.some((page) => !answered.has(page)) };
}
