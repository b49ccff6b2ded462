// "My work": everything that this browser keeps of the course, saved as one file and taken in again.

import { courseHere, expand } from "../assignment/course";
import { keptAssignment } from "../assignment/stored";
import { SEED } from "../exercise/variants";
import { handInForm } from "../receipt/hand_in_form";
import { checked, fileOf, merged, parse } from "../receipt/work_file";
import { saveFile } from "../shared/save_file";
import { change, everything } from "../shared/store";
import { say } from "../shared/words";

const LARGEST = 20_000_000; // bytes; all the course's work is some hundred thousand

function wake(box: HTMLElement): void {
  const status = box.querySelector<HTMLElement>("[role=status]");
  const input = box.querySelector<HTMLInputElement>("input[type=file]");
  const button = (name: string): HTMLButtonElement | null => box.querySelector(`button[data-do=${name}]`);
  if (!status || !input) return;

  async function save(): Promise<void> {
    const file = fileOf(await everything());
    const many = Object.keys(file.work).filter((key) => key !== SEED).length;
    status!.textContent = many ? say("work.saved", { n: many }) : say("work.nothing");
    if (!many) return;
    const name = `${say("work.file")}-${file.saved.slice(0, 10)}.json`;
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

  async function made(): Promise<HTMLFormElement> {
    const [assignment, course] = [keptAssignment(), await courseHere()];
    const things = assignment && course ? expand(assignment, course, (_, title) => title).things : [];
    return handInForm({ assignment, things, notes: () => [] }, "work");
  }

  async function take(file: File): Promise<void> {
    const work = file.size > LARGEST ? undefined : parse(await file.text());
    if (!work) {
      status!.textContent = say(file.size > LARGEST ? "work.too-large" : "work.not-ours", { file: file.name });
      return;
    }
    let [taken, same] = [0, 0];
    for (const [key, value] of work.entries) {
      if (key === SEED) {
        await change<unknown>(key, (stored) => merged(key, stored, value));
        continue;
      }
      let before = "";
      const { value: now } = await change<unknown>(key, (stored) => {
        before = JSON.stringify(checked(key, stored));
        return merged(key, stored, value);
      });
      if (JSON.stringify(checked(key, now)) === before) same += 1;
      else taken += 1;
    }
    status!.textContent = say("work.taken", { n: taken, same });
    if (work.leftOut) status!.append(` ${say("work.left-out", { n: work.leftOut })}`);
    const again = button("again");
    if (again) again.hidden = !taken;
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
  for (const name of ["save", "take", "hand-in", "again"]) button(name)?.removeAttribute("disabled");
}

for (const box of document.querySelectorAll<HTMLElement>("details.my-work")) wake(box);
