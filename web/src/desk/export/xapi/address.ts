// Where the course is published, as far as a page can tell.
import { courseFolder, isOwnMachine } from "../../../assignment/link";

/** The course's folder on the web, or undefined: the page was opened from a file, or is served on this machine alone. */
export function publishedAt(page: Document, href: string): string | undefined {
  const canonical = page.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return webAddress(canonical ?? "") ?? webAddress(href);
}

/** The course's folder that an address on the web gives; undefined for any other address. */
export function webAddress(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || isOwnMachine(address)) return undefined;
  return courseFolder(url.origin + url.pathname);
}
