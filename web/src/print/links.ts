// Where links of a printed page lead: within the sheets, or to the published site; nowhere rather than to this machine.
import { isReachable, pageAddress, pathInSite } from "./page_address";
import { CITATION, workId } from "./works";

const samePage = (link: HTMLAnchorElement): boolean => link.href.split("#")[0] === location.href.split("#")[0];

/** The link's target on paper; null for none. */
function target(link: HTMLAnchorElement, published: string | null): string | null {
  const article = link.closest("article");
  if (link.matches(CITATION)) {
    const id = article?.id ? `${article.id}--${workId(link)}` : workId(link);
    if (document.getElementById(id)) return `#${id}`;
  }
  if (samePage(link) && document.getElementById(decodeURIComponent(link.hash.slice(1)))) return link.hash;
  const path = pathInSite(link.href);
  if (path === link.href && isReachable(link.href)) return link.href; // another site's
  return published === null ? null : published + path;
}

/** Turn the links of the text into those that paper has; returns what turns them back. */
export function paperLinks(): () => void {
  const address = pageAddress();
  const published = isReachable(address) ? address.slice(0, address.length - pathInSite().split("#")[0]!.length) : null;
  const before: [HTMLAnchorElement, string][] = [];
  for (const link of document.querySelectorAll<HTMLAnchorElement>("article a[href]")) {
    const leads = target(link, published);
    before.push([link, link.getAttribute("href") ?? ""]);
    if (leads === null) link.removeAttribute("href");
    else link.setAttribute("href", leads);
  }
  return () => {
    for (const [link, href] of before) link.setAttribute("href", href);
  };
}
