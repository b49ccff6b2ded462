// bundle: assignment
// An assignment: taken from a link, kept in this browser, shown on every page.

import { readAll } from "../../code/saved/all_work";
import { SEEN_EVENT } from "../../progress/seen";
import { element } from "../../shared/element";
import { ALIAS_KEY } from "../../shared/learner/alias";
import { watchAll } from "../../shared/tabs";
import { say } from "../../shared/words";
import { assignedName, type Course, resolveAssignment, type Thing } from "../course";
import { fetchAssignment } from "../fetch_assignment";
import { type Assignment, BadAssignment, decode, encode, type Kind, LINK_MARK } from "../format";
import { CHANGED_EVENT, LEFT_EVENT } from "../kept_list";
import { fileNameIn } from "../link";
import { loadCourse } from "../load_course";
import { currentPath } from "../site";
import { isSame, leaveAssignment, storeAssignment, storedAssignment } from "../stored";
import { DrawBox } from "./draw_box";
import { markAssigned, unmarkAssigned } from "./mark_assigned";
import { Panel } from "./panel";
import { type Progress, progressOf } from "./progress";
import "../words";

const REFRESH_DELAY_MS = 400; // ms after the last change, until progress is counted again
let current: { assignment: Assignment; panel: Panel; refresh(): Promise<void> } | undefined;

/** The assignment in the page's link, if there is one; the link is then put away. A bad one is told and left. */
async function takeFromLink(): Promise<{ taken?: Assignment; notes: string[] }> {
  if (!location.hash.startsWith(LINK_MARK)) return { notes: [] };
  const hash = location.hash;
  history.replaceState(null, "", location.href.split("#")[0]);
  const file = fileNameIn(hash);
  try {
    const taken = file === undefined ? decode(hash) : await fetchAssignment(file);
    const before = storedAssignment();
    const notes = before && !isSame(before, taken) ? [say("assignment.replaced", { title: before.title })] : [];
    if (!storeAssignment(taken)) notes.push(say("assignment.session"));
    return { taken, notes };
  } catch (error) {
    if (!(error instanceof BadAssignment)) throw error;
    return { notes: [say("assignment.bad", { why: say(error.key, error.values) })] };
  }
}

function showMessage(text: string): void {
  const told = element("p", { className: "assignment note", role: "status", tabIndex: -1 });
  document.querySelector(".assignment.note")?.remove();
  document.querySelector("main")?.prepend(told);
  told.textContent = text;
}

const titleOf = (kind: Kind, title: string): string =>
  kind === "reflection" ? say("assignment.essay-of", { title }) : title;

async function showAssignment(assignment: Assignment, notes: string[], course: Course): Promise<void> {
  const { things, unknown } = resolveAssignment(assignment, course, titleOf);
  if (unknown.length) notes.push(say("assignment.unknown", { what: unknown.slice(0, 8).join(", ") }));
  if (assignedName(currentPath()) && !things.some(({ page }) => page === currentPath()))
    notes.push(say("assignment.not-here"));
  let stands = new Map<Thing, Progress>();
  let all = false;
  const draw = assignment.pools.length ? new DrawBox(things) : undefined;
  const panel = new Panel({
    assignment,
    things,
    course,
    notes,
    draw: draw?.root,
    stands: () => stands,
    showAll: (on) => {
      all = on;
      markAssigned(stands, all);
    },
    leave: () => {
      leaveAssignment();
      unmarkAssigned();
      panel.root.remove();
      current = undefined;
      showMessage(say("assignment.left"));
      document.querySelector<HTMLElement>(".assignment.note")?.focus(); // the button that was pressed is gone
      dispatchEvent(new Event(LEFT_EVENT));
    },
  });
  const refresh = async (): Promise<void> => {
    const kept = await readAll();
    const mine = draw?.mine(kept.get(ALIAS_KEY)) ?? things;
    stands = new Map(mine.map((thing) => [thing, progressOf(thing, kept, course)]));
    if (current?.panel !== panel) return;
    panel.show();
    markAssigned(stands, all);
  };
  current?.panel.root.remove();
  unmarkAssigned();
  current = { assignment, panel, refresh };
  await refresh();
  document.querySelector("main")?.prepend(panel.root);
}

async function begin(): Promise<void> {
  const { taken, notes } = await takeFromLink();
  const assignment = taken ?? storedAssignment();
  if (!assignment) return notes.forEach(showMessage);
  if (!taken && current && encode(current.assignment) === encode(assignment)) return; // it stands there already
  document.querySelector("p.assignment.note")?.remove();
  const course = await loadCourse();
  if (!course) return showMessage(say("assignment.no-course"));
  await showAssignment(assignment, notes, course);
}

let turn: Promise<void> = Promise.resolve();
/** One after another: two that ran at once would each put a panel there, or the older one the last. */
function beginInTurn(): void {
  turn = turn.catch(() => undefined).then(begin);
}

let timer: number | undefined;
function refreshSoon(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void current?.refresh(), REFRESH_DELAY_MS);
}

watchAll(refreshSoon);
for (const name of [SEEN_EVENT, "change", "submit", "click"]) document.addEventListener(name, refreshSoon); // where tabs cannot tell each other
addEventListener(CHANGED_EVENT, () => {
  const pressed = document.activeElement !== document.body;
  beginInTurn();
  if (pressed) turn = turn.then(() => current?.panel.focus());
});
addEventListener("hashchange", () => location.hash.startsWith(LINK_MARK) && beginInTurn());
beginInTurn();
