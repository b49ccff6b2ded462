// Python ahead of time: fetched and started while the page is idle, for a reader who has run something before or asks
// for it; never where bytes cost something.

import { prefersLessData, wantsPreload } from "../offline/data_saver";
import { whenIdle } from "../shared/load_script";
import { python } from "./client";

/** Milliseconds after loading during which the page has the line and the processor for itself. */
const IDLE_DELAY_MS = 1500;

/** Make Python with `packages` ready once the page has nothing else to do. */
export function preloadPython(packages: string[]): void {
  const memory = (navigator as { deviceMemory?: number }).deviceMemory ?? 4;
  if (location.protocol === "file:" || !wantsPreload() || prefersLessData() || memory < 2) return;
  const begin = (): void => {
    // A run that fails says so itself; this one was nobody's wish.
    whenIdle(() => void python.prepare(packages, () => undefined).catch(() => undefined));
  };
  setTimeout(begin, IDLE_DELAY_MS);
}
