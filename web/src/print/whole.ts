// bundle: whole
// The whole course as one page, for a PDF of all: every chapter and lesson as built, with ids that are unique in it.
import sentences from "../../../src/coursekit/words/en/print.json";
import { element } from "../shared/element";
import { addSentences, say } from "../shared/say";

addSentences(sentences);

const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"];

const folderAndName = (path: string): string => path.replace(/\.html$/, "").replace(/\W+/g, "-");

/** Give the ids of an article, and what names them, a beginning of their own. */
function prefixIds(article: HTMLElement, own: string): void {
  for (const one of article.querySelectorAll<HTMLElement>("[id]")) one.id = `${own}--${one.id}`;
  for (const name of REFERENCES)
    for (const one of article.querySelectorAll(`[${name}]`)) {
      const ids = (one.getAttribute(name) ?? "").split(/\s+/).filter(Boolean);
      one.setAttribute(name, ids.map((id) => `${own}--${id}`).join(" "));
    }
  // Pictures name gradients and clips of theirs in attributes.
  for (const one of article.querySelectorAll("svg *"))
    for (const { name, value } of [...one.attributes])
      if (value.includes("url(#")) one.setAttribute(name, value.replace(/url\(#/g, `url(#${own}--`));
}

/** Turn an article's links and pictures, given as from its page, into such as hold in the whole. */
function rebase(article: HTMLElement, address: URL, own: ReadonlyMap<string, string>): void {
  for (const image of article.querySelectorAll<HTMLImageElement>("img[src]"))
    image.src = new URL(image.getAttribute("src") ?? "", address).href;
  for (const link of article.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const target = new URL(link.getAttribute("href") ?? "", address);
    const [page = "", id = ""] = [target.origin + target.pathname, target.hash.slice(1).split("?")[0]];
    const inside = own.get(page);
    if (inside) link.setAttribute("href", id && !target.hash.includes("?") ? `#${inside}--${id}` : `#${inside}`);
    else link.href = target.href;
  }
}

async function article(address: URL, own: ReadonlyMap<string, string>): Promise<HTMLElement> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.querySelector<HTMLElement>("main article");
  if (!found) throw new Error(`${address.pathname}: no article`);
  for (const script of found.querySelectorAll("script, noscript")) script.remove();
  const name = own.get(address.href) ?? "";
  prefixIds(found, name);
  found.id = name;
  found.dataset.address = address.href;
  rebase(found, address, own);
  return document.adoptNode(found);
}

/** Put the pages in place of this one, behind a title and a list of what there is. */
async function whole(paths: string[], title: string): Promise<void> {
  const root = new URL(document.documentElement.dataset.content_root ?? "./", location.href);
  const addresses = paths.map((path) => new URL(path, root));
  const own = new Map(addresses.map((address, i) => [address.href, folderAndName(paths[i] ?? "")]));
  const articles = await Promise.all(addresses.map((address) => article(address, own)));
  const items = articles.map((one) => {
    const heading = one.querySelector("h1");
    heading?.querySelector(".headerlink")?.remove();
    return element("li", {}, element("a", { href: `#${one.id}` }, heading?.textContent?.trim() ?? ""));
  });
  const cover = element("section", { className: "cover" }, element("p", { className: "title" }, title));
  cover.append(element("h2", {}, say("print.contents")), element("ol", {}, ...items));
  document.title = title;
  // From here on the address is the site's own, at the foot of the sheets too.
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="canonical"]')) link.href = root.href;
  history.replaceState(null, "", root);
  document.documentElement.dataset.content_root = "./";
  for (const sheet of ["lab", "question", "exercise", "memo", "scene", "lesson", "print"]) {
    const link = element("link", { rel: "stylesheet", href: new URL(`_static/${sheet}.css`, root).href });
    await new Promise((done) => {
      link.onload = done;
      link.onerror = done;
      document.head.append(link);
    });
  }
  const main = document.querySelector("main") ?? document.body;
  main.replaceChildren(cover, ...articles);
  document.documentElement.dataset.copy = "whole";
}

(window as unknown as { coursekitWhole: typeof whole }).coursekitWhole = whole;
