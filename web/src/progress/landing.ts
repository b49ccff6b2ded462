// The landing page: where to go on, how much of the course is done, what counts, and the way back to nothing.
import { siteUrl } from "../assignment/site";
import { element } from "../shared/element";
import { say } from "../shared/say";
import { LAST_PLACE_KEY, parseLastPlace } from "./last_place";
import { type CourseContents, type PageProgress, total } from "./reckoning";
import { resetForm } from "./reset";
import { percent, write } from "./show";

/** Show it, if this is the landing page; nothing of it before the learner has done something. */
export function showLanding(
  contents: CourseContents,
  pages: Map<string, PageProgress>,
  kept: Map<string, unknown>,
): void {
  showContinue(contents, kept);
  const section = document.querySelector<HTMLElement>("section.course-progress");
  if (!section) return;
  const share = total([...pages].filter(([path]) => contents[path]?.number).map(([, one]) => one));
  const begun = share.done > 0 || kept.has(LAST_PLACE_KEY);
  section.hidden = !begun;
  write(section.querySelector(".total"), say("progress.total", { ...share, percent: percent(share) }));
  if (begun && !section.querySelector("form.reset")) section.append(resetForm());
}

function showContinue(contents: CourseContents, kept: Map<string, unknown>): void {
  const lead = document.querySelector(".landing .lead");
  const place = parseLastPlace(kept.get(LAST_PLACE_KEY));
  const page = place && contents[place.page];
  document.querySelector(".landing p.continue")?.remove();
  if (!lead || !page) return;
  const title = page.number ? say("progress.chapter", { n: page.number, title: page.title }) : page.title;
  const href = siteUrl(place.page) + (place.id ? `#${place.id}` : "");
  lead.after(
    element(
      "p",
      { className: "continue go" },
      element("a", { className: "button main", href }, say("progress.continue")),
      element("span", {}, title, ...(place.heading ? [element("br"), place.heading] : [])),
    ),
  );
}
