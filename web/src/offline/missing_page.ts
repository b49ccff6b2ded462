// The page that a reader without a connection gets in place of one that is not on this device.
import type { Site } from "./messages";

/** Write text so that it means nothing in HTML. A service worker has no document to make elements in. */
const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * The page, with links to those that are there.
 * @param scope the address of the site's folder
 * @param kept paths of the pages on this device
 */
export function missingPage({ words, pages }: Site, scope: string, kept: string[]): Response {
  const links = kept.map(
    (path) => `<li><a href="${escapeHtml(scope + path)}">${escapeHtml(pages[path]?.title ?? path)}</a></li>`,
  );
  const title = escapeHtml(words.title);
  const html =
    `<!doctype html><html lang="${escapeHtml(words.lang)}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${title}</title>` +
    `<link rel="stylesheet" href="${escapeHtml(scope)}_static/course.css"><body class="inner">` +
    `<main class="absent"><h1>${title}</h1><p>${escapeHtml(words.text)}</p><ul>${links.join("")}</ul></main>`;
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}
