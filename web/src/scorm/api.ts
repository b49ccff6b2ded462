// The learning platform's side of SCORM: its API is found in a frame around this page, and called in words of one version.

export type Version = "1.2" | "2004";

/** What both versions' APIs have in common: functions from texts to a text. */
type Functions = Record<string, ((...given: string[]) => unknown) | undefined>;

const NAMES: Record<Version, { api: string; prefix: string; end: string }> = {
  "1.2": { api: "API", prefix: "LMS", end: "Finish" },
  "2004": { api: "API_1484_11", prefix: "", end: "Terminate" },
};
const FRAMES = 20; // further out no platform puts its API, and a circle of windows would never end

function inFrames(start: Window | null, name: string): Functions | undefined {
  let frame = start;
  for (let n = 0; frame && n < FRAMES; n++) {
    try {
      const found = (frame as unknown as Record<string, Functions | undefined>)[name];
      if (found) return found;
    } catch {
      // A frame of another origin tells nothing; one further out may be of this one.
    }
    if (frame.parent === frame) return undefined;
    frame = frame.parent;
  }
  return undefined;
}

/** An API that was found, its functions by one name in both versions. */
export class Platform {
  private constructor(
    private readonly functions: Functions,
    private readonly version: Version,
  ) {}

  /** The platform around this page, or around the window that opened it; undefined if there is none. */
  static find(version: Version): Platform | undefined {
    const { api } = NAMES[version];
    let opener: Window | null = null;
    try {
      opener = window.opener ?? window.top?.opener ?? null;
    } catch {
      // The outermost window is of another origin.
    }
    const found = inFrames(window, api) ?? inFrames(opener, api);
    return found && new Platform(found, version);
  }

  private call(name: string, ...given: string[]): string {
    return String(this.functions[NAMES[this.version].prefix + name]?.(...given) ?? "false");
  }

  private done(name: string, ...given: string[]): boolean {
    return this.call(name, ...given) === "true";
  }

  begin = (): boolean => this.done("Initialize", "");
  end = (): boolean => this.done(NAMES[this.version].end, "");
  commit = (): boolean => this.done("Commit", "");
  get = (element: string): string => this.call("GetValue", element);
  set = (element: string, value: string): boolean => this.done("SetValue", element, value);
  error = (): string => this.call("GetLastError");
}
