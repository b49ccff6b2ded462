// The search page: Sphinx's search, made to work from a folder, to keep answers to itself, and to tell what it found.

import { type SearchIndex, type SearchResult, withTitles } from "./search_titles";

/** What a page does not show before the reader has done something for it: no excerpt shows it either. */
const UNSEEN = ".reveal, [hidden], template, noscript, section.calibration";

// Of Sphinx's documentation_options.js and searchtools.js, on the search page alone; no properties of the window.
declare const DOCUMENTATION_OPTIONS: Record<string, unknown> | undefined;
declare const Search:
  | {
      htmlToText(html: string, anchor?: string): string;
      _performSearch(query: string, ...rest: unknown[]): SearchResult[];
      _index: SearchIndex;
    }
  | undefined;

function addTitles(event: Event): void {
  const script = event.target instanceof HTMLScriptElement ? event.target.src : "";
  if (!script.includes("/searchtools.js") || typeof Search === "undefined") return;
  const search = Search._performSearch;
  Search._performSearch = (query, ...rest) => withTitles(search(query, ...rest), Search._index, query);
  excusePagesOutOfReach();
}

/** A page that cannot be fetched for its excerpt, as without a connection, is found by its title alone. */
function excusePagesOutOfReach(): void {
  const fetched = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const asked = fetched(input, init);
    return typeof input === "string" && input.endsWith(".html") ? asked.catch(() => new Response("")) : asked;
  };
}

/** Set what the search reads as soon as it runs, which is before the page is told to be loaded. */
export function prepareSearch(): void {
  document.addEventListener("readystatechange", () => {
    if (typeof DOCUMENTATION_OPTIONS === "undefined" || location.protocol !== "file:") return;
    // Excerpts of the pages found are fetched, which a browser refuses from file://: there the titles must do.
    DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
  });
  // As soon as the search's script has run: the index comes after it, and with the index the first search begins.
  document.addEventListener("load", addTitles, true);
}

/** Keep answers out of the excerpts, and write what was found into the page's status. */
export function tellSearch(): void {
  if (typeof Search === "undefined") return;
  const asText = Search.htmlToText;
  Search.htmlToText = (html, anchor) => {
    const found = new DOMParser().parseFromString(html, "text/html");
    for (const part of found.querySelectorAll(UNSEEN)) part.remove();
    return asText(found.documentElement.outerHTML, anchor);
  };
  const [status, results] = ["search-progress", "search-results"].map((id) => document.getElementById(id));
  if (!status || !results) return;
  const tell = (): void => {
    const summary = results.querySelector<HTMLElement>("p.search-summary");
    const text = summary?.textContent?.trim() ?? "";
    if (!summary || !text) return;
    summary.hidden = true; // it is said once, where a screen reader is told of it
    if (status.textContent !== text) status.textContent = text;
  };
  new MutationObserver(tell).observe(results, { childList: true, subtree: true, characterData: true });
  tell();
}
