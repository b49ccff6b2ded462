// In a SCORM package: what is done on its page is told to the learning platform, and what was told is said on the page.
import sentences from "../../../src/coursekit/words/en/scorm.json";
import { currentPath } from "../assignment/site";
import { readAll } from "../code/saved/all_work";
import { courseContents } from "../progress/contents";
import { pageProgress } from "../progress/reckoning";
import { SEEN_EVENT } from "../progress/seen";
import { element } from "../shared/element";
import { addSentences, say } from "../shared/say";
import { watchAll } from "../shared/tabs";
import { Platform, type Version } from "./api";
import { Session } from "./report";

addSentences(sentences);

const DELAY_MS = 300; // after the last change, until all is reckoned and told again

/** The line above the page's text that says how the report stands. */
function statusLine(): HTMLElement {
  const line = element("p", { className: "scorm", role: "status" });
  document.querySelector("article")?.before(line);
  return line;
}

function begin(version: Version): { session: Session | undefined; problem: string } {
  const platform = Platform.find(version);
  if (!platform) return { session: undefined, problem: say("scorm.none") };
  const session = Session.begin(platform, version);
  return { session, problem: session ? "" : say("scorm.refused", { code: platform.error() }) };
}

async function start(version: Version): Promise<void> {
  const line = statusLine();
  const { session, problem } = begin(version);
  line.textContent = problem;
  line.dataset.state = session ? "begun" : "alone";
  if (!session) return;
  addEventListener("pagehide", () => session.end());
  // Shown again from the browser's memory, its session has ended.
  addEventListener("pageshow", (event) => (event as PageTransitionEvent).persisted && location.reload());
  const page = (await courseContents())?.[currentPath()];
  if (!page) return;

  let last = "";
  const tell = async (): Promise<void> => {
    const { done, all } = pageProgress(page, await readAll());
    if (last === `${done}/${all}`) return;
    const taken = session.report(all ? done / all : 1);
    if (taken) last = `${done}/${all}`;
    line.dataset.state = !taken ? "refused" : session.completed ? "completed" : "incomplete";
    const score = session.score;
    if (!taken) line.textContent = say("scorm.not-taken", { done, all });
    else line.textContent = say(session.completed ? "scorm.completed" : "scorm.told", { done, all, score });
  };
  let timer: number | undefined;
  const tellSoon = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void tell(), DELAY_MS);
  };
  watchAll(tellSoon);
  for (const name of [SEEN_EVENT, "change", "submit", "click"]) document.addEventListener(name, tellSoon);
  await tell();
}

const version = document.documentElement.dataset.scorm;
if (version === "1.2" || version === "2004") {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => void start(version));
  else void start(version);
}
