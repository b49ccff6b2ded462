// The assignment's panel at the head of every page: title, due date, how far one is, *Hand in*, what is in it, *Leave*.

import { handInForm, submitLine } from "../../receipt/hand_in_form";
import { element } from "../../shared/element";
import { say } from "../../shared/words";
import type { Course, Thing } from "../course";
import { formatDue } from "../due";
import type { Assignment } from "../format";
import { keptList } from "../kept_list";
import { currentPath, siteUrl } from "../site";
import type { Progress } from "./progress";

export interface View {
  assignment: Assignment;
  things: Thing[];
  course: Course;
  notes: string[];
  /** Asks for the name by which things are drawn from pools. */
  draw?: HTMLElement | undefined;
  stands(): Map<Thing, Progress>;
  showAll(all: boolean): void;
  leave(): void;
}

export const isLate = ({ due }: Assignment): boolean => due !== null && Date.now() > Date.parse(due);

const linkTo = ({ kind, id, page, state }: Thing): string =>
  kind === "chapter"
    ? siteUrl(page)
    : `${page === currentPath() ? "" : siteUrl(page)}#${kind}-${id}${state ? `?${state}` : ""}`;

export class Panel {
  readonly root: HTMLElement;
  private readonly done = element("p", { className: "how-far", role: "status" });
  private readonly meter = element("progress", {});
  private readonly list = element("ul", { className: "things" });

  constructor(private readonly view: View) {
    const { assignment } = view;
    const due = element("p", { className: "due" });
    if (assignment.due)
      due.textContent = say(isLate(assignment) ? "assignment.late" : "assignment.due", {
        due: formatDue(assignment.due),
      });
    const title = element(
      "p",
      { className: "title", tabIndex: -1 },
      element("span", { className: "label" }, say("assignment.label")),
      assignment.title,
    );
    const hand = element("button", { type: "button", className: "main" }, say("assignment.hand-in"));
    const form = handInForm({ assignment, things: view.things, notes: () => this.missing() }, "assignment");
    form.hidden = true;
    hand.setAttribute("aria-expanded", "false");
    hand.addEventListener("click", () => {
      form.hidden = !form.hidden;
      hand.setAttribute("aria-expanded", String(!form.hidden));
      if (!form.hidden) form.querySelector("input")?.focus();
    });
    this.meter.setAttribute("aria-hidden", "true"); // the sentence beside it says the same
    const far = element("div", { className: "far" }, this.meter, this.done);
    this.root = element(
      "section",
      { className: "assignment" },
      element("div", { className: "line" }, title, hand),
      far,
      due,
    );
    this.root.setAttribute("aria-label", say("assignment.region"));
    if (assignment.submit) this.root.append(submitLine(assignment.submit));
    if (view.draw) this.root.append(view.draw);
    for (const note of view.notes) this.root.append(element("p", { className: "note" }, note));
    this.root.append(form, this.inside());
  }

  private inside(): HTMLElement {
    const all = element("button", { type: "button" }, say("assignment.show-all"));
    all.setAttribute("aria-pressed", "false");
    all.addEventListener("click", () => {
      const on = all.getAttribute("aria-pressed") !== "true";
      all.setAttribute("aria-pressed", String(on));
      this.view.showAll(on);
    });
    const leave = element("button", { type: "button", className: "quiet" }, say("assignment.leave"));
    const sure = element("p", { className: "note", role: "status" });
    leave.addEventListener("click", () => {
      if (sure.textContent) return this.view.leave();
      sure.textContent = say("assignment.leave-sure");
      leave.textContent = say("assignment.leave-yes");
    });
    const summary = element("summary", {}, say("assignment.inside"));
    const bar = element("div", { className: "bar" }, all, leave);
    return element("details", {}, summary, this.list, bar, sure, ...[keptList() ?? []].flat());
  }

  /** Put the focus on its title: what was pressed to have it shown may be gone. */
  focus(): void {
    this.root.querySelector<HTMLElement>(".title")?.focus();
  }

  /** What is not done yet, and that it is late, for the note beside a saved hand-in. */
  private missing(): string[] {
    const open = [...this.view.stands()].filter(([, stand]) => stand !== "done").map(([thing]) => `“${thing.name}”`);
    const more = open.length > 4 ? say("assignment.and-more", { n: open.length - 4 }) : "";
    const notes = open.length
      ? [`${say("assignment.missing", { what: open.slice(0, 4).join(", ") })} ${more}`.trim()]
      : [];
    return isLate(this.view.assignment) ? [...notes, say("assignment.saved-late")] : notes;
  }

  /** Show how far the learner is. */
  show(): void {
    const stands = this.view.stands();
    const done = [...stands.values()].filter((stand) => stand === "done").length;
    const text = say("assignment.how-far", { n: done, all: stands.size });
    if (this.done.textContent === text && this.list.childElementCount) {
      // The list may still have changed from open to begun.
    } else this.done.textContent = text;
    Object.assign(this.meter, { max: Math.max(1, stands.size), value: done });
    const pages = [...new Set([...stands.keys()].map(({ page }) => page))];
    const order = this.view.course.pages.map(({ path }) => path);
    pages.sort((a, b) => order.indexOf(a) - order.indexOf(b));
    this.showList(pages.map((page) => this.page(page, stands)));
  }

  /** Put the list in where it says something new; a reader who is at a link of it stays there. */
  private showList(items: HTMLElement[]): void {
    if (items.map((item) => item.outerHTML).join("") === this.list.innerHTML) return;
    const links = (): HTMLAnchorElement[] => [...this.list.querySelectorAll("a")];
    const at = links().findIndex((link) => link === document.activeElement);
    this.list.replaceChildren(...items);
    links()[at]?.focus({ preventScroll: true });
  }

  private page(page: string, stands: Map<Thing, Progress>): HTMLElement {
    const title = this.view.course.pages.find(({ path }) => path === page)?.title ?? page;
    const all = [...stands].filter(([thing]) => thing.page === page);
    const head = element("a", { href: siteUrl(page) }, title);
    const items = all.map(([thing, stand]) => {
      const name =
        thing.kind === "chapter"
          ? say("assignment.kind-chapter")
          : `${say(`assignment.kind-${thing.kind}`)}: ${thing.name}`;
      const marked = ["exercise", "question", "reflection"].includes(thing.kind) && thing.points;
      const told = [marked ? say("assignment.points", { n: thing.points }) : "", say(`assignment.${stand}`)];
      const rest = element("span", { className: "told" }, told.filter(Boolean).join(" · "));
      const item = element("li", {}, element("a", { href: linkTo(thing) }, name), " · ", rest);
      item.dataset.stand = stand;
      return item;
    });
    return element("li", {}, head, element("ul", {}, ...items));
  }
}
