// "Summary of my work": one sheet to print, made from what this browser keeps. It certifies nothing, and says so.
import sentences from "../../../src/coursekit/words/en/summary.json";
import { loadCourse } from "../assignment/load_course";
import { collectAll } from "../code/saved/all_work";
import type { CourseContents, Share } from "../progress/reckoning";
import { element } from "../shared/element";
import { loadScript } from "../shared/load_script";
import { pageGlobal } from "../shared/page_global";
import { addSentences, say } from "../shared/say";
import { type ChapterRow, chapterRows } from "./rows";

addSentences(sentences);

const COLUMNS = ["chapter", "labs", "predictions", "questions", "exercises", "essay"] as const;
const share = ({ done, all }: Share): string => (all ? say("summary.share", { done, all }) : "–");

function tableRow(row: ChapterRow): HTMLElement {
  const { kinds } = row.progress;
  const cells = [
    share(kinds.labs),
    share(kinds.predictions),
    `${share(kinds.questions)}${kinds.questions.done ? ` ${say("summary.first-try", { right: row.firstTry })}` : ""}`,
    share(kinds.exercises),
    row.words ? say("summary.words", { n: row.words }) : "–",
  ];
  const head = element("th", { scope: "row" }, `${row.number}. ${row.title}`);
  return element("tr", {}, head, ...cells.map((text) => element("td", {}, text)));
}

function sheet(rows: ChapterRow[]): HTMLElement[] {
  const head = COLUMNS.map((name) => element("th", { scope: "col" }, say(`summary.column.${name}`)));
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows.map(tableRow)),
  );
  const solved = rows.filter((row) => row.solved.length);
  const list = solved.map((row) => element("li", {}, `${row.number}. ${row.title}: ${row.solved.join("; ")}`));
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(new Date());
  return [
    element("p", {}, say("summary.made", { day })),
    element("div", { className: "scroll", tabIndex: 0, role: "region", ariaLabel: say("summary.table") }, table),
    ...(list.length ? [element("h2", {}, say("summary.solved")), element("ul", {}, ...list)] : []),
    element("p", { className: "caveat" }, say("summary.caveat")),
  ];
}

async function start(section: HTMLElement): Promise<void> {
  const place = section.querySelector(".sheet");
  const status = section.querySelector("[role=status]");
  const name = section.querySelector<HTMLInputElement>("input[name=who]");
  try {
    await loadScript("data/progress.js");
    const [course, { kept }] = [await loadCourse(), await collectAll()];
    const { progress } = pageGlobal<{ progress?: CourseContents }>("coursekit", () => ({}));
    if (!course || !progress) throw new Error("data/progress.js");
    place?.replaceChildren(...sheet(chapterRows(progress, course, kept)));
  } catch {
    if (status) status.textContent = say("summary.failed");
    return;
  }
  const print = section.querySelector<HTMLButtonElement>("button[data-do=print]");
  const who = section.querySelector<HTMLElement>(".who-printed");
  name?.addEventListener("input", () => {
    if (who) who.textContent = name.value.trim() ? say("summary.who", { name: name.value.trim() }) : "";
  });
  print?.addEventListener("click", () => window.print());
  print?.removeAttribute("disabled");
  section.dataset.state = "ready";
}

for (const section of document.querySelectorAll<HTMLElement>("section.work-summary")) void start(section);
