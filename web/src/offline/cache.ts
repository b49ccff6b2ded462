// Keeps files of one build of the site in the browser's cache, each only if it is what the build says it is.
import { CacheError, hashOf } from "./checked_file";
import type { CacheState, Level, Site } from "./messages";
import { missingPage } from "./missing_page";
import { SiteFiles } from "./site_files";

const CONCURRENT_FETCHES = 4;
const NOTES_FILE = "kept-pages.json";
type Note = Record<string, Level | "course">;

export class OfflineCache {
  readonly files: SiteFiles;
  private readonly family: string;
  private readonly name: string;

  constructor(
    private readonly site: Site,
    private readonly scope: string,
  ) {
    this.files = new SiteFiles(site, scope);
    this.family = `coursekit-offline ${new URL(scope).pathname} `;
    this.name = this.family + site.build;
  }

  private open(): Promise<Cache> {
    return caches.open(this.name);
  }

  async find(path: string): Promise<Response | undefined> {
    return (await this.open()).match(this.files.url(path));
  }

  /** Keep `came` as `path`, if it is what the build says. */
  async store(path: string, came: Response): Promise<void> {
    const bytes = await came.arrayBuffer();
    if ((await hashOf(bytes)) !== this.site.files[path]?.[0]) throw new CacheError("changed", path);
    const type = came.headers.get("content-type") ?? "application/octet-stream";
    try {
      // A new answer, not the one that came: that may be marked as redirected, which a page may not be.
      const headers = { "content-type": type, "content-length": String(bytes.byteLength) };
      await (await this.open()).put(this.files.url(path), new Response(bytes, { headers }));
    } catch {
      throw new CacheError("full", path);
    }
  }

  private async fetch(path: string, known: string | undefined): Promise<void> {
    const usual = this.files.url(path) + (this.site.marks[path] ?? "");
    // What the page has loaded is still in the browser's own cache: it then costs no second transfer.
    const tries: [string, RequestCache][] = [
      [known ?? usual, known ? "force-cache" : "default"],
      [`${this.files.url(path)}?fresh=${this.site.files[path]?.[0]}`, "reload"],
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
    return [...new Set(paths)].filter((path) => path in this.site.files && !kept.has(encodeURI(this.files.url(path))));
  }

  private async fetchMissing(
    paths: Iterable<string>,
    known: Map<string, string>,
    progress: (loaded: number, total: number) => void,
  ): Promise<void> {
    const todo = await this.missing(paths);
    const total = this.files.transferSize(todo);
    let loaded = 0;
    const next = async (): Promise<void> => {
      for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
        await this.fetch(path, known.get(path));
        loaded += this.files.transferSize([path]);
        progress(loaded, total);
      }
    };
    progress(0, total);
    await Promise.all(Array.from({ length: CONCURRENT_FETCHES }, next));
  }

  /** Keep what a visited page needs to be read; on a costly connection only what it has loaded anyway. */
  async visit(page: string, have: string[], frugal: boolean): Promise<void> {
    const known = new Map<string, string>();
    for (const url of have) {
      const path = this.files.path(url);
      if (path !== undefined && !this.files.isRuntime(path)) known.set(path, url);
    }
    const wanted = frugal ? [...known.keys()] : [...this.files.neededFor(page, "reading"), ...known.keys()];
    await this.fetchMissing(wanted, known, () => undefined);
    if (page in this.site.pages) await this.recordPage(page, "reading");
  }

  /** After a run: keep what it needed, so that the same works without a connection; no package that was not used. */
  async keepRuntime(page: string, runtime: string[]): Promise<void> {
    const code = this.files.neededFor(page, "python").filter((path) => !this.files.isRuntime(path));
    await this.fetchMissing([...code, ...runtime], new Map(), () => undefined);
    await this.recordPage(page, "reading");
  }

  async keep(page: string, level: Level | "course", progress: (l: number, t: number) => void): Promise<void> {
    await this.fetchMissing(this.files.neededFor(page, level), new Map(), progress);
    await this.recordPage(page, level);
  }

  async state(page: string): Promise<CacheState> {
    const lacks = async (level: Level | "course"): Promise<string[]> => this.missing(this.files.neededFor(page, level));
    const [reading, python, course] = [await lacks("reading"), await lacks("python"), await lacks("course")];
    return {
      page: !reading.length,
      python: !python.length,
      course: !course.length,
      sizes: {
        page: this.files.transferSize(reading),
        python: this.files.transferSize(python),
        course: this.files.transferSize(course),
      },
      coded: Boolean(this.site.pages[page]?.python.length),
    };
  }

  private async readNotes(cache: Cache): Promise<Note> {
    try {
      return ((await (await cache.match(this.files.url(NOTES_FILE)))?.json()) as Note | undefined) ?? {};
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
    await cache.put(this.files.url(NOTES_FILE), new Response(JSON.stringify({ ...notes, [page]: level })));
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
      for (const path of this.files.neededFor(page, level)) if (path in this.site.files) wanted.add(path);
    }
    for (const path of await this.missing(Object.keys(this.site.files))) {
      const kept = await from.match(this.files.url(path));
      if (!kept) continue;
      const bytes = await kept.clone().arrayBuffer();
      if ((await hashOf(bytes)) === this.site.files[path]?.[0]) await to.put(this.files.url(path), kept);
    }
    await to.put(this.files.url(NOTES_FILE), new Response(JSON.stringify(notes)));
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
    const kept: string[] = [];
    for (const path of Object.keys(this.site.pages)) if (await this.find(path)) kept.push(path);
    return missingPage(this.site, this.scope, kept);
  }
}
