// What is reported: the share that is done as the score, and completion once all of it is. A score never falls.
import type { Platform, Version } from "./api";

interface Elements {
  status: string;
  raw: string;
  limits: [string, string][];
  exit: [string, string];
  time: string;
}

const ELEMENTS: Record<Version, Elements> = {
  "1.2": {
    status: "cmi.core.lesson_status",
    raw: "cmi.core.score.raw",
    limits: [
      ["cmi.core.score.min", "0"],
      ["cmi.core.score.max", "100"],
    ],
    exit: ["cmi.core.exit", "suspend"],
    time: "cmi.core.session_time",
  },
  "2004": {
    status: "cmi.completion_status",
    raw: "cmi.score.raw",
    limits: [
      ["cmi.score.min", "0"],
      ["cmi.score.max", "100"],
    ],
    exit: ["cmi.exit", "suspend"],
    time: "cmi.session_time",
  },
};
const DONE = ["completed", "passed"];

/** A number of seconds as the version writes a span of time. */
export function sessionTime(seconds: number, version: Version): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (version === "2004") return `PT${whole}S`;
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.min(9999, Math.floor(whole / 3600));
  return `${String(hours).padStart(4, "0")}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** One session with a platform, from its beginning to its end. */
export class Session {
  private readonly began = Date.now();
  private best: number;
  private told: string;
  private ended = false;

  private constructor(
    private readonly platform: Platform,
    private readonly version: Version,
  ) {
    const { raw, status } = ELEMENTS[version];
    this.best = Math.min(100, Math.max(0, Number(platform.get(raw)) || 0));
    this.told = platform.get(status);
  }

  /** Begin; undefined if the platform refuses. */
  static begin(platform: Platform, version: Version): Session | undefined {
    return platform.begin() ? new Session(platform, version) : undefined;
  }

  /** Whether the platform has it that all is done, from now or from an earlier session. */
  get completed(): boolean {
    return DONE.includes(this.told);
  }

  /** The score that the platform has, out of 100. */
  get score(): number {
    return this.best;
  }

  /** Report a share from 0 to 1; resolves to whether the platform took and kept it. */
  report(share: number): boolean {
    if (this.ended) return false;
    const { status, raw, limits } = ELEMENTS[this.version];
    const score = Math.max(this.best, Math.floor(100 * share));
    const set = this.platform.set;
    let taken = limits.every(([name, value]) => set(name, value)) && set(raw, String(score));
    if (this.version === "2004") {
      taken = set("cmi.score.scaled", String(score / 100)) && set("cmi.progress_measure", String(score / 100)) && taken;
    }
    const told = this.completed ? this.told : share >= 1 ? "completed" : "incomplete";
    taken = set(status, told) && taken;
    taken = this.platform.commit() && taken;
    if (taken) [this.best, this.told] = [score, told];
    return taken;
  }

  /** Say how long it took, and end. Nothing is reported after it. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    const { exit, time } = ELEMENTS[this.version];
    if (!this.completed) this.platform.set(...exit);
    this.platform.set(time, sessionTime((Date.now() - this.began) / 1000, this.version));
    this.platform.commit();
    this.platform.end();
  }
}
