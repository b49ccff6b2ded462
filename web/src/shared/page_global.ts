// Objects that all scripts of one page share: each bundle has a copy of its modules, and the page has one `window`.

/**
 * The object under `name` on this page's `window`, made by whichever script asks first.
 * @param name of the property of `window`
 * @param make gives the object where there is none yet
 */
export function pageGlobal<T extends object>(name: string, make: () => T): T {
  const globals = window as unknown as Record<string, T | undefined>;
  const found = globals[name] ?? make();
  globals[name] = found;
  return found;
}
