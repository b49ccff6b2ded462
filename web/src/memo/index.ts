// The memo: what is written is kept in this browser; on demand it becomes a file, with the lab's state, numbers and charts.

import { autosaveText } from "../shared/free_text/text_autosave";
import { loadScript } from "../shared/load_script";
import { saveFile } from "../shared/save_file";
import { say } from "../shared/words";
import { type Memo, memoMarkdown, memoPage } from "./memo_file";
import { readLab } from "./read_lab";

interface Plan {
  lab: string;
  title: string;
  sources: string[];
}

const MAX_WORDS = 600; // words that two pages hold beside the lab's part

/** Start the lab, which else waits until it is scrolled to, and wait for its numbers a while. */
async function waitForLab(id: string): Promise<void> {
  const lab = document.getElementById(`lab-${id}`);
  if (!lab) return;
  await loadScript("lab.js").catch(() => undefined);
  for (let n = 0; n < 100 && !["ready", "failed"].includes(lab.dataset.state ?? ""); n++) {
    await new Promise((then) => setTimeout(then, 50));
  }
}

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

async function startMemo(section: HTMLElement): Promise<void> {
  const plan = JSON.parse(section.querySelector("script.plan")?.textContent ?? "{}") as Plan;
  const fields = [...section.querySelectorAll<HTMLTextAreaElement>("textarea")];
  const status = section.querySelector<HTMLElement>(".feedback");
  const length = section.querySelector<HTMLElement>(".length");

  const told = (text: string): void => {
    if (status) status.textContent = text;
  };
  const count = (): void => {
    const n = fields.reduce((sum, field) => sum + countWords(field.value), 0);
    if (length) length.textContent = say("memo.length", { n, most: MAX_WORDS });
    section.classList.toggle("long", n > MAX_WORDS);
  };
  const { changed } = await autosaveText({
    key: `memo/${plan.lab}`,
    fields: new Map(fields.map((field) => [field.name, field])),
    essay: false,
    shown: count,
    tell: told,
    sessionOnly: say("memo.session"),
  });

  section.addEventListener("input", () => {
    count();
    changed();
  });

  section.addEventListener("focusin", () => void waitForLab(plan.lab), { once: true });
  section.addEventListener("click", async (event) => {
    const kind = (event.target as HTMLElement).closest<HTMLElement>("[data-save]")?.dataset.save;
    if (!kind) return;
    await waitForLab(plan.lab);
    const questions = fields.map((field) => ({
      question: section.querySelector(`label[for="${field.id}"]`)?.textContent ?? field.name,
      answer: field.value,
    }));
    const memo: Memo = {
      title: plan.title,
      answers: questions.filter((one) => one.answer.trim()),
      lab: readLab(plan.lab, {
        chosen: say("memo.chosen"),
        nothing: say("memo.nothing"),
        quantity: say("memo.number"),
      }),
      sources: plan.sources,
      date: new Date().toISOString().slice(0, 10),
      paper: getComputedStyle(section).backgroundColor,
    };
    const file = `memo-${plan.lab}.${kind}`;
    saveFile(
      file,
      new Blob([kind === "md" ? memoMarkdown(memo) : memoPage(memo)], {
        type: kind === "md" ? "text/markdown" : "text/html",
      }),
    );
    const missing = questions.filter((one) => !one.answer.trim()).map((one) => one.question);
    const notes = [say("memo.saved", { file })];
    if (!memo.lab) notes.push(say("memo.no-lab"));
    if (missing.length) notes.push(say("memo.empty", { which: missing.join(" ") }));
    told(notes.join(" "));
  });
  section.dataset.state = "ready";
}

for (const section of document.querySelectorAll<HTMLElement>("section.memo")) void startMemo(section);
