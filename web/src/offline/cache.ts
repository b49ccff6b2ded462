// Keeps files of one build of the site in the browser's cache, each only if it is what the build says it is.
import type { CacheState, Level, Site } from "./messages";

/** A file that could not be kept, and why. */
export class CacheError extends Error {
  constructor(
    readonly reason: "unreachable" | "full" | "changed",
    readonly file: string,
  ) {
    super(file);
  }
}

const CONCURRENT_FETCHES = 4;
const NOTES_FILE = "kept-pages.json";
type Note = Record<string, Level | "course">;

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class OfflineCache {
  private readonly family: string;
  private readonly name: string;

  constructor(
    private readonly site: Site,
    private readonly scope: string,
  ) {
    this.family = `coursekit-offline ${new URL(scope).pathname} `;
    this.name = this.family + site.build;
  }

  /** The site's path of an address, or undefined if it is none of the site's files. */
  path(url: string): string | undefined {
    const { origin, pathname } = new URL(url);
    const root = new URL(this.scope);
    if (origin !== root.origin || !pathname.startsWith(root.pathname)) return undefined;
    const path = decodeURIComponent(pathname.slice(root.pathname.length));
    const names = [path, `${path}index.html`, `${path}.html`, `${path}/index.html`];
    return names.find((name) => name in this.site.files);
  }

  /** Whether a file belongs to the page's Python. */
  isRuntime(path: string): boolean {
    return path.startsWith("_static/runtime/");
  }

  private open(): Promise<Cache> {
    return caches.open(this.name);
  }

  private url(path: string): string {
    return this.scope + path;
  }

  async find(path: string): Promise<Response | undefined> {
    return (await this.open()).match(this.url(path));
  }

  /** Keep `came` as `path`, if it is what the build says. */
  async store(path: string, came: Response): Promise<void> {
    const bytes = await came.arrayBuffer();
    if ((await hashOf(bytes)) !== this.site.files[path]?.[0]) throw new CacheError("changed", path);
    const type = came.headers.get("content-type") ?? "application/octet-stream";
    try {
      // A new answer, not the one that came: that may be marked as redirected, which a page may not be.
      const headers = { "content-type": type, "content-length": String(bytes.byteLength) };
      await (await this.open()).put(this.url(path), new Response(bytes, { headers }));
    } catch {
      throw new CacheError("full", path);
    }
  }

  private async fetch(path: string, known: string | undefined): Promise<void> {
    const usual = this.url(path) + (this.site.marks[path] ?? "");
    // What the page has loaded is still in the browser's own cache: it then costs no second transfer.
    const tries: [string, RequestCache][] = [
      [known ?? usual, known ? "force-cache" : "default"],
      [`${this.url(path)}?fresh=${this.site.files[path]?.[0]}`, "reload"],
    ];
    for (const [address, cache] of tries) {
      let came: Response;
      try {
        came = await fetch(address, { cache });
        if (!came.ok) throw new Error(String(came.status));
      } catch {
        throw new CacheError("unreachable", path);
      }
      try {
        return await this.store(path, came);
      } catch (error) {
        if (!(error instanceof CacheError && error.reason === "changed")) throw error;
      }
    }
    throw new CacheError("changed", path);
  }

  private async missing(paths: Iterable<string>): Promise<string[]> {
    const kept = new Set((await (await this.open()).keys()).map((request) => request.url));
    return [...new Set(paths)].filter((path) => path in this.site.files && !kept.has(encodeURI(this.url(path))));
  }

  private transferSize(paths: string[]): number {
    return paths.reduce((sum, path) => sum + (this.site.files[path]?.[2] ?? 0), 0);
  }

  private async fetchMissing(
    paths: Iterable<string>,
    known: Map<string, string>,
    progress: (loaded: number, total: number) => void,
  ): Promise<void> {
    const todo = await this.missing(paths);
    const total = this.transferSize(todo);
    let loaded = 0;
    const next = async (): Promise<void> => {
      for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
        await this.fetch(path, known.get(path));
        loaded += this.transferSize([path]);
        progress(loaded, total);
      }
    };
    progress(0, total);
    await Promise.all(Array.from({ length: CONCURRENT_FETCHES }, next));
  }

  private filesFor(page: string, level: Level | "course"): string[] {
    if (level === "course") return Object.keys(this.site.files);
    const { reading = [], python = [] } = this.site.pages[page] ?? {};
    return level === "python" ? [page, ...reading, ...python] : [page, ...reading];
  }

  /** Keep what a visited page needs to be read; on a costly connection only what it has loaded anyway. */
  async visit(page: string, have: string[], frugal: boolean): Promise<void> {
    const known = new Map<string, string>();
    for (const url of have) {
      const path = this.path(url);
      if (path !== undefined && !this.isRuntime(path)) known.set(path, url);
    }
    const wanted = frugal ? [...known.keys()] : [...this.filesFor(page, "reading"), ...known.keys()];
    await this.fetchMissing(wanted, known, () => undefined);
    if (page in this.site.pages) await this.recordPage(page, "reading");
  }

  /** After a run: keep what it needed, so that the same works without a connection; no package that was not used. */
  async keepRuntime(page: string, runtime: string[]): Promise<void> {
    const code = this.filesFor(page, "python").filter((path) => !this.isRuntime(path));
    await this.fetchMissing([...code, ...runtime], new Map(), () => undefined);
    await this.recordPage(page, "reading");
  }

  async keep(page: string, level: Level | "course", progress: (l: number, t: number) => void): Promise<void> {
    await this.fetchMissing(this.filesFor(page, level), new Map(), progress);
    await this.recordPage(page, level);
  }

  async state(page: string): Promise<CacheState> {
    const lacks = async (level: Level | "course"): Promise<string[]> => this.missing(this.filesFor(page, level));
    const [reading, python, course] = [await lacks("reading"), await lacks("python"), await lacks("course")];
    return {
      page: !reading.length,
      python: !python.length,
      course: !course.length,
      sizes: { page: this.transferSize(reading), python: this.transferSize(python), course: this.transferSize(course) },
      coded: Boolean(this.site.pages[page]?.python.length),
    };
  }

  private async readNotes(cache: Cache): Promise<Note> {
    try {
      return ((await (await cache.match(this.url(NOTES_FILE)))?.json()) as Note | undefined) ?? {};
    } catch {
      return {};
    }
  }

  /** Remember that a page is wanted, so that the next build brings it anew. */
  private async recordPage(page: string, level: Level | "course"): Promise<void> {
    const cache = await this.open();
    const notes = await this.readNotes(cache);
    const order = ["reading", "python", "course"];
    if (order.indexOf(notes[page] ?? "") >= order.indexOf(level)) return;
    await cache.put(this.url(NOTES_FILE), new Response(JSON.stringify({ ...notes, [page]: level })));
  }

  private async otherBuilds(): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(this.family) && name !== this.name);
  }

  /** Take over what an older build keeps: unchanged files as they are, changed ones from the network. */
  async inheritFromOlderBuild(): Promise<boolean> {
    const old = (await this.otherBuilds()).at(-1);
    if (!old) return false;
    const [from, to] = [await caches.open(old), await this.open()];
    const notes = await this.readNotes(from);
    const wanted = new Set<string>();
    for (const [page, level] of Object.entries(notes)) {
      for (const path of this.filesFor(page, level)) if (path in this.site.files) wanted.add(path);
    }
    for (const path of await this.missing(Object.keys(this.site.files))) {
      const kept = await from.match(this.url(path));
      if (!kept) continue;
      const bytes = await kept.clone().arrayBuffer();
      if ((await hashOf(bytes)) === this.site.files[path]?.[0]) await to.put(this.url(path), kept);
    }
    await to.put(this.url(NOTES_FILE), new Response(JSON.stringify(notes)));
    await this.fetchMissing(wanted, new Map(), () => undefined);
    return Object.keys(notes).length > 0;
  }

  /** Drop older builds: this one is now in use. */
  async deleteOlderBuilds(): Promise<void> {
    for (const name of await this.otherBuilds()) await caches.delete(name);
  }

  async deleteAll(): Promise<void> {
    await caches.delete(this.name);
  }

  /** The page that stands in for one that is neither kept nor reachable. */
  async missingPage(): Promise<Response> {
    const { words, pages } = this.site;
    const there: string[] = [];
    for (const [path, { title }] of Object.entries(pages)) {
      if (await this.find(path)) there.push(`<li><a href="${this.url(path)}">${title}</a></li>`);
    }
    const html =
      `<!doctype html><html lang="${words.lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${words.title}</title><link rel="stylesheet" href="${this.scope}_static/course.css">` +
      `<body class="inner"><main class="absent"><h1>${words.title}</h1><p>${words.text}</p><ul>${there.join("")}</ul></main>`;
    return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
  }
}
