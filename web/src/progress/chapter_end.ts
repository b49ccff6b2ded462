// At the end of a chapter: what the reader can do now, once it is finished; before that, what is still open in it.
import { currentPath } from "../assignment/site";
import { element } from "../shared/element";
import { say } from "../shared/say";
import { type CourseContents, isDone, isFinished, KINDS, type Kind, type PageProgress } from "./reckoning";

/** A line for each kind of which something is open, with a link to the first. */
function openParts(ids: Record<Kind, string[]>, kept: Map<string, unknown>): HTMLElement[] {
  return KINDS.flatMap((kind) => {
    const open = ids[kind].filter((id) => !isDone(kind, id, kept));
    if (!open[0]) return [];
    const link = element(
      "a",
      { href: `#${kind.slice(0, -1)}-${open[0]}` },
      say(`progress.open.${kind}`, { n: open.length }),
    );
    return [element("li", {}, link)];
  });
}

/** What the chapter's own list of objectives says, once more. */
function objectives(): HTMLElement | undefined {
  const list = document.querySelector("article .admonition.tip ul");
  const copy = list?.cloneNode(true) as HTMLElement | undefined;
  for (const part of copy?.querySelectorAll("[id]") ?? []) part.removeAttribute("id");
  return copy;
}

/** Show the chapter's end, or show it anew. */
export function showChapterEnd(
  contents: CourseContents,
  pages: Map<string, PageProgress>,
  kept: Map<string, unknown>,
): void {
  const [page, progress] = [contents[currentPath()], pages.get(currentPath())];
  const article = document.querySelector("article");
  if (!page?.number || !progress || !article) return;
  let end = article.querySelector<HTMLElement>(":scope > section.chapter-end");
  if (!end) {
    end = element("section", { className: "chapter-end" });
    article.append(end, element("p", { className: "heard", role: "status" }));
  }
  const finished = isFinished(progress);
  const state = `${finished} ${progress.done}`;
  if (end.dataset.state === state) return;
  const before = end.dataset.finished;
  end.dataset.state = state;
  end.dataset.finished = String(finished);
  const open = openParts(page, kept);
  const can = finished ? objectives() : undefined;
  const rest = say(finished ? "progress.end.exercises" : "progress.end.open");
  const title = finished ? say("progress.end.finished", { number: page.number }) : say("progress.end.begun");
  // Heard at once is only that the chapter is finished now: the list of what is open would be read out at each step.
  const heard = end.nextElementSibling;
  if (heard) heard.textContent = finished && before === "false" ? title : "";
  end.replaceChildren(
    element("h2", {}, title),
    ...(can ? [element("p", {}, say("progress.end.can")), can] : []),
    ...(open.length ? [element("p", {}, rest), element("ul", { className: "open" }, ...open)] : []),
  );
}
