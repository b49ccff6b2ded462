// "My work": everything that this browser keeps of the course, saved as one file and taken in again.

import { resolveAssignment } from "../assignment/course";
import { CHANGED_EVENT, keptList, LEFT_EVENT } from "../assignment/kept_list";
import { loadCourse } from "../assignment/load_course";
import { storedAssignment } from "../assignment/stored";
import { collectAll } from "../code/saved/all_work";
import { handInForm } from "../receipt/hand_in_form";
import { isWork, makeWorkFile, mergeWork, parseWorkFile, validWork } from "../receipt/work_file";
import { COURSE_ID } from "../shared/course";
import { element } from "../shared/element";
import { saveFile } from "../shared/save_file";
import { update } from "../shared/store";
import { say } from "../shared/words";
import { takeAssignment } from "./take_assignment";

const MAX_BYTES = 20_000_000; // bytes; all the course's work is some hundred thousand

function startMyWork(box: HTMLElement): void {
  const status = box.querySelector<HTMLElement>("[role=status]");
  const input = box.querySelector<HTMLInputElement>("input[type=file]");
  const button = (name: string): HTMLButtonElement | null => box.querySelector(`button[data-do=${name}]`);
  if (!status || !input) return;
  const kept = { list: element("div"), told: element("p", { "aria-live": "polite" }) };
  box.append(element("div", {}, kept.told, kept.list));

  async function save(): Promise<void> {
    const { kept, silent } = await collectAll();
    const file = makeWorkFile(kept);
    const many = Object.keys(file.work).filter(isWork).length;
    status!.textContent = many ? say("work.saved", { n: many }) : say("work.nothing");
    if (silent) status!.append(` ${say("hand-in.silent")}`);
    if (!many) return;
    const name = `${COURSE_ID}-${say("work.file")}-${file.saved.slice(0, 10)}.json`;
    saveFile(name, new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
  }

  /** Open or shut the form: of the assignment that this browser keeps, else of all work. */
  async function handIn(): Promise<void> {
    const shown = box.querySelector<HTMLFormElement>("form.hand-in");
    const form = shown ?? (await made());
    if (!shown) input!.before(form);
    form.hidden = Boolean(shown && !shown.hidden);
    button("hand-in")?.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) form.querySelector("input")?.focus();
  }

  /** A form shown for one assignment is not another's. */
  function showKept(): void {
    box.querySelector("form.hand-in")?.remove();
    button("hand-in")?.setAttribute("aria-expanded", "false");
    kept.list.replaceChildren(...[keptList() ?? []].flat());
  }

  async function made(): Promise<HTMLFormElement> {
    const [assignment, course] = [storedAssignment(), await loadCourse()];
    const things = assignment && course ? resolveAssignment(assignment, course, (_, title) => title).things : [];
    return handInForm({ assignment, things, notes: () => [] }, "work");
  }

  async function take(file: File): Promise<void> {
    const work = file.size > MAX_BYTES ? undefined : parseWorkFile(await file.text());
    if (!work) {
      status!.textContent = say(file.size > MAX_BYTES ? "work.too-large" : "work.not-ours", { file: file.name });
      return;
    }
    let [taken, same] = [0, 0];
    for (const [key, value] of work.entries) {
      if (!isWork(key)) {
        await update<unknown>(key, (stored) => mergeWork(key, stored, value));
        continue;
      }
      let before = "";
      const { value: now } = await update<unknown>(key, (stored) => {
        before = JSON.stringify(validWork(key, stored));
        return mergeWork(key, stored, value);
      });
      if (JSON.stringify(validWork(key, now)) === before) same += 1;
      else taken += 1;
    }
    status!.textContent = say("work.taken", { n: taken, same });
    kept.told.textContent = await takeAssignment(work);
    if (kept.told.textContent) showKept();
    if (work.leftOut) status!.append(` ${say("work.left-out", { n: work.leftOut })}`);
    const again = button("again");
    if (again) again.hidden = !(taken || kept.told.textContent);
  }

  button("save")?.addEventListener("click", () => void save());
  button("take")?.addEventListener("click", () => input.click());
  button("hand-in")?.addEventListener("click", () => void handIn());
  button("again")?.addEventListener("click", () => location.reload());
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) void take(file);
    input.value = ""; // so that the same file may be chosen again
  });
  for (const name of [CHANGED_EVENT, LEFT_EVENT]) addEventListener(name, showKept);
  showKept();
  for (const name of ["save", "take", "hand-in", "again"]) button(name)?.removeAttribute("disabled");
}

for (const box of document.querySelectorAll<HTMLElement>("details.my-work")) startMyWork(box);
