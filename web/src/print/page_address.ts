// The address under which others find this page: on paper and in codes it must work from any place.

/** The page's address without what stands behind `#`: where the site is published if it says so, else where it is. */
export function pageAddress(): string {
  const published = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return published ?? location.href.split("#")[0] ?? "";
}

/** Whether another device can open the address: not a folder's, nor one under the name reserved for no site at all. */
export function isReachable(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol.startsWith("http") && !hostname.endsWith(".invalid");
}

/** The page's path within the site, as `chapters/one.html`. */
export function pathInSite(address = location.href): string {
  const root = new URL(document.documentElement.dataset.content_root ?? "./", location.href).href;
  return address.startsWith(root) ? address.slice(root.length) : address;
}
