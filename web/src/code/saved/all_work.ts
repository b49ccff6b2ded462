// All that the learner did: what is kept, what pages noted and did not come to keep, and what other tabs hold.

import { mergeSavedTexts } from "../../shared/free_text/saved_texts";
import { listPendingWrites, type PendingWrite, parsePendingWrite } from "../../shared/pending_writes";
import { newerOf, parseDated, readDatabase } from "../../shared/store";
import { type Answers, requestSaveFromTabs } from "../../shared/tabs";
import { mergePending } from "./saved_code";

/** ms that other tabs have to keep what was written in them a moment ago. */
const SAVE_TIMEOUT_MS = 600;

/** What becomes of what is kept under `key` when it meets what was noted or is held elsewhere. */
function mergeKept(key: string, kept: unknown, other: unknown): unknown {
  if (/^(exercise|cell)\//.test(key)) return mergePending(kept, other) ?? kept;
  if (/^(reflection|memo)\//.test(key)) return mergeSavedTexts(kept, other) ?? kept;
  return newerOf(kept, other, parseDated) ?? kept;
}

/** What the database has, and the pending writes that are newer than that. */
async function readConsistently(): Promise<{ found: Map<string, unknown>; pending: PendingWrite[] }> {
  for (let tries = 1; ; tries++) {
    const before = listPendingWrites();
    const found = await readDatabase();
    const pending = listPendingWrites();
    // One that has gone meanwhile may have reached the database after it was read.
    const gone = before.some(({ name }) => !pending.some((write) => write.name === name));
    if (!gone || tries === 10) return { found, pending };
  }
}

/** Everything that is kept or noted, by its key. */
export async function readAll(held: Answers["held"] = []): Promise<Map<string, unknown>> {
  const { found, pending } = await readConsistently();
  for (const write of pending)
    found.set(write.key, mergeKept(write.key, found.get(write.key), parsePendingWrite(write)));
  for (const [key, value] of held) found.set(key, mergeKept(key, found.get(key), value));
  return found;
}

/** Everything, after every open tab has kept what was written in it; `silent` if one that holds more did not answer. */
export async function collectAll(): Promise<{ kept: Map<string, unknown>; silent: boolean }> {
  const { held, silent } = await requestSaveFromTabs(SAVE_TIMEOUT_MS);
  return { kept: await readAll(held), silent };
}
