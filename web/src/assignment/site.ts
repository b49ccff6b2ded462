// Where this page stands in the site, whatever the site's address.
import { staticRoot } from "../shared/load_script";

const root = new URL("..", staticRoot).href;

/** The address of one of the site's pages. */
export const siteUrl = (path: string): string => root + path;

/** A link's page in the site, as "chapters/army.html"; "" for one that leads elsewhere. */
export function pathOf(href: string): string {
  const [url = ""] = new URL(href, document.baseURI).href.split(/[?#]/);
  return url.startsWith(root) ? decodeURIComponent(url.slice(root.length)) : "";
}

export const currentPath = (): string => pathOf(location.href);
