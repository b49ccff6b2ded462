// What no other work tells: chapters opened and read to the end, labs moved; kept in this browser with the first time of each.
import { get, update } from "../shared/store";

/** Kinds of things seen: their ids, each with its ISO time. */
export interface Seen {
  opened: Record<string, string>;
  read: Record<string, string>;
  moved: Record<string, string>;
}

/** Where it is kept: the name dates from when only assignments asked for it. */
export const SEEN_KEY = "assignment/seen";
/** Dispatched on the document when something was seen for the first time. */
export const SEEN_EVENT = "coursekit:seen";

/** `value` as what was seen, its malformed parts left out. */
export function parseSeen(value: unknown): Seen {
  const kept = (typeof value === "object" && value ? value : {}) as Partial<Record<keyof Seen, unknown>>;
  const times = (part: unknown): Record<string, string> =>
    Object.fromEntries(
      Object.entries(typeof part === "object" && part ? part : {}).filter(([, at]) => typeof at === "string"),
    );
  return { opened: times(kept.opened), read: times(kept.read), moved: times(kept.moved) };
}

/** All that was seen in either, with the earlier time of each. */
export function mergeSeen(one: Seen, other: Seen): Seen {
  const earlier = (kind: keyof Seen): Record<string, string> => {
    const made = { ...one[kind] };
    for (const [id, at] of Object.entries(other[kind])) {
      const before = Object.hasOwn(made, id) ? made[id] : undefined;
      made[id] = before !== undefined && before <= at ? before : at;
    }
    return made;
  };
  return { opened: earlier("opened"), read: earlier("read"), moved: earlier("moved") };
}

/** Note that `id` was opened, read or moved. */
export async function recordSeen(what: keyof Seen, id: string): Promise<void> {
  if (parseSeen(await get(SEEN_KEY))[what][id]) return;
  const note = (stored: unknown): Seen => {
    const seen = parseSeen(stored);
    return { ...seen, [what]: { ...seen[what], [id]: new Date().toISOString() } };
  };
  await update<unknown>(SEEN_KEY, note, what !== "moved"); // to open and to scroll is no work that could be lost
  document.dispatchEvent(new CustomEvent(SEEN_EVENT));
}
