// The files of one build of the site: their addresses, their sizes, and which of them a page needs.
import type { Level, Site } from "./messages";

export class SiteFiles {
  constructor(
    private readonly site: Site,
    private readonly scope: string,
  ) {}

  /** The site's path of an address, or undefined if it is none of the site's files. */
  path(url: string): string | undefined {
    const { origin, pathname } = new URL(url);
    const root = new URL(this.scope);
    if (origin !== root.origin || !pathname.startsWith(root.pathname)) return undefined;
    const path = decodeURIComponent(pathname.slice(root.pathname.length));
    const names = [path, `${path}index.html`, `${path}.html`, `${path}/index.html`];
    return names.find((name) => name in this.site.files);
  }

  url(path: string): string {
    return this.scope + path;
  }

  /** Whether a file belongs to the page's Python. */
  isRuntime(path: string): boolean {
    return path.startsWith("_static/runtime/");
  }

  /** Bytes of the files as a server sends them, compressed. */
  transferSize(paths: string[]): number {
    return paths.reduce((sum, path) => sum + (this.site.files[path]?.[2] ?? 0), 0);
  }

  /** The files that `page` needs to be read, or to run Python as well; or all of the course's. */
  neededFor(page: string, level: Level | "course"): string[] {
    if (level === "course") return Object.keys(this.site.files);
    const { reading = [], python = [] } = this.site.pages[page] ?? {};
    return level === "python" ? [page, ...reading, ...python] : [page, ...reading];
  }
}
