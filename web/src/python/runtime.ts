// Where the page's Python is, what it is made of, and why it may not be there.
import { staticRoot } from "../shared/load_script";
import { say } from "../shared/words";
import type { Manifest } from "./messages";

export const RUNTIME = new URL("runtime/", staticRoot).href;

/** Why Python can't be had, as a sentence for the learner. */
export class PythonUnavailable extends Error {
  /** `again`: a second try may go better than the first. */
  constructor(
    message: string,
    readonly again = false,
  ) {
    super(message);
  }
}

/** What Python is made of, as the build wrote it. @throws PythonUnavailable */
export async function fetchManifest(): Promise<Manifest> {
  if (location.protocol === "file:") throw new PythonUnavailable(say("python.from-disk"));
  try {
    const answer = await fetch(`${RUNTIME}manifest.json`, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return (await answer.json()) as Manifest;
  } catch (error) {
    throw new PythonUnavailable(say("python.unreachable", { file: "manifest.json", detail: (error as Error).message }));
  }
}
