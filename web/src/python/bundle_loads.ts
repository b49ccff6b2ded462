// Which bundles of packages a Python has, and who waits for some that it has not yet.

interface Load {
  wanted: string[];
  resolve(): void;
  reject(error: Error): void;
}

export class BundleLoads {
  readonly loaded = new Set<string>();
  private waiting: Load[] = [];

  /**
   * Have `wanted` loaded; resolves at once if they are.
   * @param request asks the worker for those that are missing
   */
  async load(wanted: string[], request: (missing: string[]) => void): Promise<void> {
    const missing = wanted.filter((name) => !this.loaded.has(name));
    if (!missing.length) return;
    await new Promise<void>((resolve, reject) => {
      this.waiting.push({ wanted: missing, resolve, reject });
      request(missing);
    });
  }

  /** The worker has loaded `names`. */
  add(names: string[]): void {
    for (const name of names) this.loaded.add(name);
    const done = this.waiting.filter((load) => load.wanted.every((name) => this.loaded.has(name)));
    this.waiting = this.waiting.filter((load) => !done.includes(load));
    for (const load of done) load.resolve();
  }

  /** What is waited for will not come. */
  reject(error: Error): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const load of waiting) load.reject(error);
  }
}
