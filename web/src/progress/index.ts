// How far the learner is: noted, reckoned from what this browser keeps, and shown in the lists of chapters.
import sentences from "../../../src/coursekit/words/en/progress.json";
import { currentPath } from "../assignment/site";
import { readAll } from "../code/saved/all_work";
import { addSentences } from "../shared/say";
import { watchAll } from "../shared/tabs";
import { showChapterEnd } from "./chapter_end";
import { courseContents } from "./contents";
import { showLanding } from "./landing";
import { followPlace } from "./last_place";
import { observe } from "./observe";
import { courseProgress } from "./reckoning";
import { SEEN_EVENT } from "./seen";
import { showInLists } from "./show";

addSentences(sentences);

const REFRESH_DELAY_MS = 300; // after the last change, until all is reckoned again

async function start(): Promise<void> {
  observe();
  const contents = await courseContents();
  if (!contents) return;
  if (contents[currentPath()]) followPlace(currentPath());

  const refresh = async (): Promise<void> => {
    const kept = await readAll();
    const pages = courseProgress(contents, kept);
    showInLists(pages);
    showLanding(contents, pages, kept);
    showChapterEnd(contents, pages, kept);
    document.documentElement.dataset.progressShown = "";
  };
  let timer: number | undefined;
  const refreshSoon = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void refresh(), REFRESH_DELAY_MS);
  };
  watchAll(refreshSoon);
  // Where tabs and scripts cannot tell each other.
  for (const name of [SEEN_EVENT, "change", "submit", "click"]) document.addEventListener(name, refreshSoon);
  await refresh();
}

void start().catch(() => undefined); // without its data the page is whole, and shows no shares
