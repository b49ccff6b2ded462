// The assignments that this browser keeps beside the one that is shown, each with a button that shows it instead.
import { button, element } from "../shared/element";
import { say } from "../shared/words";
import { formatDue } from "./due";
import type { Assignment } from "./format";
import { forgetAssignment, isSame, keptAssignments, storeAssignment, storedAssignment } from "./stored";
import "./words";

/** Told on the window when this page shows another assignment than before: page.ts and the panel listen. */
export const CHANGED_EVENT = "coursekit:assignment";
/** Told when this page shows none any more. */
export const LEFT_EVENT = "coursekit:assignment-left";

/** Show another assignment; the one that was shown stays in the list, and so does all work. */
export function switchTo(assignment: Assignment): void {
  storeAssignment(assignment);
  dispatchEvent(new Event(CHANGED_EVENT));
}

/** The list without what is shown; undefined if there is nothing in it. */
export function keptList(): HTMLElement | undefined {
  const shown = storedAssignment();
  const others = keptAssignments().filter((one) => !shown || !isSame(one, shown));
  if (!others.length) return undefined;
  const list = element("ul", { className: "kept-assignments" }, ...others.map(entry));
  return element("div", {}, element("p", { className: "label" }, say("assignment.others")), list);
}

function entry(assignment: Assignment): HTMLElement {
  const { title, code, due } = assignment;
  const name = code ? `${title} (${code})` : title;
  const open = button(say("assignment.switch", { title: name }), () => switchTo(assignment));
  const forget = button(
    say("assignment.forget"),
    () => {
      forgetAssignment(assignment);
      const next = item.nextElementSibling ?? item.previousElementSibling;
      const rest =
        next?.querySelector<HTMLElement>("button.quiet") ?? item.closest("details")?.querySelector("summary");
      item.remove();
      rest?.focus(); // where the button that was pressed has gone
    },
    "quiet",
  );
  forget.setAttribute("aria-label", say("assignment.forget-this", { title: name }));
  const until = element("span", {}, due ? say("assignment.due", { due: formatDue(due) }) : "");
  const item = element("li", {}, open, " ", forget, " ", until);
  return item;
}
