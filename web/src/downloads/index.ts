// The list of what the site offers as files: written anew whenever a file is added, so it is read when the page is shown.
import sentences from "../../../src/coursekit/words/en/downloads.json";
import { element } from "../shared/element";
import { loadScript, staticRoot } from "../shared/load_script";
import { pageGlobal } from "../shared/page_global";
import { addSentences, say } from "../shared/say";

addSentences(sentences);

interface Download {
  path: string;
  kind: string;
  bytes: number;
}

/** A size in words that people use; a file is never said to have none. */
export function size(bytes: number): string {
  if (bytes >= 999_500) return say("downloads.mb", { size: (bytes / 1e6).toFixed(1) });
  return say("downloads.kb", { size: Math.max(1, Math.round(bytes / 1000)) });
}

/** What a kind is called; one that the catalog does not know goes by its own name. */
function kindName(kind: string): string {
  const key = `downloads.kind.${kind}`;
  const said = say(key);
  return said === key ? kind : said;
}

function row({ path, kind, bytes }: Download): HTMLElement {
  const link = element("a", { href: `${staticRoot}../${path}` }, path.slice(path.lastIndexOf("/") + 1));
  if (kind !== "slides") link.download = ""; // slides are pages of the site, and open in it
  return element("li", {}, link, ` ${kindName(kind)}, ${size(bytes)}`);
}

async function show(section: HTMLElement): Promise<void> {
  await loadScript("data/downloads.js");
  const { downloads = [] } = pageGlobal<{ downloads?: Download[] }>("coursekit", () => ({}));
  section.querySelector("ul")?.replaceChildren(...downloads.map(row));
  section.dataset.state = "ready";
}

for (const section of document.querySelectorAll<HTMLElement>("section.downloads")) {
  void show(section).catch(() => {
    section.querySelector("p")?.replaceChildren(say("downloads.missing"));
  });
}
