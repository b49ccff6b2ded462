// One press assigns the lesson: its link is made, copied and shown.
import type { Course } from "../assignment/course";
import { type Assignment, fromContent } from "../assignment/format";
import { linkTo } from "../assignment/link";
import { loadCourse } from "../assignment/load_course";
import { siteUrl } from "../assignment/site";
import { element } from "../shared/element";
import { copyText } from "../shared/save_file";
import { say } from "../shared/say";

/** The lesson as an assignment: its page with all that is in it, without a date. */
export function lessonAssignment(id: string, course: Course): Assignment {
  const title = course.pages.find(({ path }) => path === `lessons/${id}.html`)?.title ?? id;
  return fromContent({ v: 1, title, build: course.build, items: [{ kind: "chapter", id }] });
}

export function assignButton(section: HTMLElement, button: HTMLButtonElement | null): void {
  const told = section.querySelector<HTMLElement>(".told");
  button?.addEventListener("click", async () => {
    const course = await loadCourse();
    if (!told) return;
    if (!course) {
      told.textContent = say("lesson.no-course");
      return;
    }
    const id = section.dataset.lesson ?? "";
    const link = linkTo(lessonAssignment(id, course), siteUrl(""), `lessons/${id}.html`);
    const field = element("input", { type: "text", readOnly: true, value: link, className: "link" });
    field.setAttribute("aria-label", say("lesson.link"));
    section.querySelector("input.link")?.remove();
    told.after(field);
    field.select();
    told.textContent = say((await copyText(link)) ? "lesson.copied" : "lesson.not-copied");
  });
}
