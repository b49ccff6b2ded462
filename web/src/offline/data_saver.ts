// Whether bytes cost the reader something, and whether Python may be fetched before it is asked for.

import { courseKey } from "../shared/course";

type Connection = { saveData?: boolean; type?: string; effectiveType?: string };

/** A connection that is paid by the byte, slow, or asked to be spared. */
export function prefersLessData(): boolean {
  const line = (navigator as { connection?: Connection }).connection;
  if (!line) return false;
  return Boolean(line.saveData) || line.type === "cellular" || /2g|3g/.test(line.effectiveType ?? "");
}

const KEY = courseKey("python-ahead");

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is closed
  }
}

function store(value: string): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Then it is asked anew on the next page.
  }
}

/** The reader has run something in this browser, or has asked for it; and has not said no. */
export const wantsPreload = (): boolean => ["ran", "yes"].includes(stored() ?? "");

export const setPreload = (on: boolean): void => store(on ? "yes" : "no");

/** Something was run: from now on Python may start before it is asked for, unless the reader has said no. */
export function noteRun(): void {
  if (stored() === null) store("ran");
}

/** Tell the page which of the runtime's files are here now, so that they stay here without a connection. */
export function announceRuntimeFiles(names: string[]): void {
  const page = window as unknown as { coursekitRuntime?: string[] };
  const runtime = ["manifest.json", ...names].map((name) => `_static/runtime/${name}`);
  if (runtime.every((name) => page.coursekitRuntime?.includes(name))) return;
  page.coursekitRuntime = [...new Set([...(page.coursekitRuntime ?? []), ...runtime])];
  document.dispatchEvent(new CustomEvent("coursekit:python", { detail: page.coursekitRuntime }));
}
