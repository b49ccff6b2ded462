// bundle: assignment
// An assignment: taken from a link, kept in this browser, shown on every page.
import { everything, watchAll } from "../../shared/store";
import { say } from "../../shared/words";
import { type Course, courseHere, expand, type Thing } from "../course";
import { type Assignment, BadAssignment, decode, type Kind, MARK } from "../format";
import { here } from "../site";
import { keepAssignment, keptAssignment, leaveAssignment } from "../stored";
import { mark, unmark } from "./mark_assigned";
import { Panel } from "./panel";
import { note, type Stand, stand } from "./progress";
import "../words";

const SOON = 400; // ms after the last change, until progress is counted again
let shown: { panel: Panel; refresh(): Promise<void> } | undefined;

/** The assignment in the page's link, if there is one; the link is then put away. A bad one is told and left. */
function fromLink(): { taken?: Assignment; notes: string[] } {
  if (!location.hash.startsWith(MARK)) return { notes: [] };
  const hash = location.hash;
  history.replaceState(null, "", location.href.split("#")[0]);
  try {
    const taken = decode(hash);
    const before = keptAssignment();
    const notes = before && before.title !== taken.title ? [say("assignment.replaced", { title: before.title })] : [];
    if (!keepAssignment(taken)) notes.push(say("assignment.session"));
    return { taken, notes };
  } catch (error) {
    if (!(error instanceof BadAssignment)) throw error;
    return { notes: [say("assignment.bad", { why: say(error.key, error.values) })] };
  }
}

function tell(text: string): void {
  const told = document.createElement("p");
  told.className = "assignment note";
  told.setAttribute("role", "status");
  document.querySelector(".assignment.note")?.remove();
  document.querySelector("main")?.prepend(told);
  told.textContent = text;
}

const worded = (kind: Kind, title: string): string =>
  kind === "reflection" ? say("assignment.essay-of", { title }) : title;

async function show(assignment: Assignment, notes: string[], course: Course): Promise<void> {
  const { things, unknown } = expand(assignment, course, worded);
  if (unknown.length) notes.push(say("assignment.unknown", { what: unknown.slice(0, 8).join(", ") }));
  if (here().startsWith("chapters/") && !things.some(({ page }) => page === here()))
    notes.push(say("assignment.not-here"));
  let stands = new Map<Thing, Stand>();
  let all = false;
  const panel = new Panel({
    assignment,
    things,
    course,
    notes,
    stands: () => stands,
    showAll: (on) => {
      all = on;
      mark(stands, all);
    },
    leave: () => {
      leaveAssignment();
      unmark();
      panel.root.remove();
      shown = undefined;
      tell(say("assignment.left"));
    },
  });
  const refresh = async (): Promise<void> => {
    const kept = await everything();
    stands = new Map(things.map((thing) => [thing, stand(thing, kept, course)]));
    if (shown?.panel !== panel) return;
    panel.show();
    mark(stands, all);
  };
  shown?.panel.root.remove();
  unmark();
  shown = { panel, refresh };
  await refresh();
  document.querySelector("main")?.prepend(panel.root);
}

async function begin(): Promise<void> {
  const { taken, notes } = fromLink();
  const assignment = taken ?? keptAssignment();
  if (!assignment) return notes.forEach(tell);
  const course = await courseHere();
  if (!course) return tell(say("assignment.no-course"));
  await show(assignment, notes, course);
}

/** Note what no other work tells: that the chapter was opened, read to its end, a lab in it moved. */
function observe(): void {
  const chapter = /^chapters\/([\w-]+)\.html$/.exec(here())?.[1];
  if (chapter) {
    void note("opened", chapter);
    const end = document.querySelector("nav.turn, article > :last-child");
    if (end && "IntersectionObserver" in window) {
      new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && void note("read", chapter)).observe(
        end,
      );
    }
  }
  document.addEventListener("input", (event) => {
    const lab = (event.target as Element).closest?.("section.lab");
    if (lab) void note("moved", lab.id.replace(/^lab-/, ""));
  });
  document.addEventListener("click", (event) => {
    const preset = (event.target as Element).closest?.("[data-preset]")?.closest("section.lab");
    if (preset) void note("moved", preset.id.replace(/^lab-/, ""));
  });
}

let timer: number | undefined;
function soon(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void shown?.refresh(), SOON);
}

observe();
watchAll(soon);
for (const name of ["change", "submit", "click"]) document.addEventListener(name, soon); // where tabs cannot tell each other
addEventListener("hashchange", () => location.hash.startsWith(MARK) && void begin());
void begin();
