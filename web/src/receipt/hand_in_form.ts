// *Hand in*: asks for the alias, says what is in the file, and saves it.
import { assignedName, type Thing } from "../assignment/course";
import { type Assignment, toContent } from "../assignment/format";
import { loadCourse } from "../assignment/load_course";
import "../assignment/words";
import { collectAll } from "../code/saved/all_work";
import { element } from "../shared/element";
import { saveFile } from "../shared/save_file";
import { get, put } from "../shared/store";
import { say } from "../shared/words";
import { MAX_ALIAS_LENGTH } from "./format";
import { makeNotebook } from "./notebook";
import { fileName, makeReceipt } from "./receipt";

export const ALIAS_KEY = "learner/alias";

/** What is handed in: an assignment with what it comes to, or all work. */
export interface HandInContents {
  assignment: Assignment | undefined;
  things: Thing[];
  /** What is to be said beside "saved": what is not done, that it is late. */
  notes(kept: Map<string, unknown>): string[];
}

/** Whether what is kept under `key` belongs to the assignment: what is named in it, and its pages' guesses, scenes and memos. */
function isWanted(
  what: HandInContents,
  predictions: { id: string; page: string }[],
  memos: { memo?: string; id: string }[],
  key: string,
): boolean {
  if (!what.assignment) return true;
  if (what.things.some(({ kind, id }) => key === `${kind}/${id}`)) return true;
  const [kind = "", id = ""] = key.split("/", 2);
  if (kind === "prediction")
    return what.things.some(({ page }) => predictions.some((one) => one.id === id && one.page === page));
  if (kind === "scene") return what.things.some(({ page }) => assignedName(page) === id); // named after its chapter
  const essay = kind === "memo" && memos.find(({ memo }) => memo === id);
  return Boolean(essay && what.things.some((thing) => thing.kind === "reflection" && thing.id === essay.id));
}

/** The form, ready to be put in. */
export function handInForm(what: HandInContents, name: string): HTMLFormElement {
  const status = element("p", { role: "status" });
  const alias = element("input", {
    type: "text",
    name: "alias",
    id: `${name}-alias`,
    maxLength: MAX_ALIAS_LENGTH,
    autocomplete: "off",
    required: true,
  });
  const label = element("label", { htmlFor: alias.id }, say("hand-in.alias"));
  const json = element("button", { type: "submit", className: "main" }, say("hand-in.json"));
  const book = element("button", { type: "submit", value: "ipynb" }, say("hand-in.ipynb"));
  const about = element("p", { className: "small" }, say(what.assignment ? "hand-in.about" : "hand-in.about-all"));
  const form = element(
    "form",
    { className: "hand-in", autocomplete: "off" },
    element("div", { className: "field" }, label, alias),
    about,
  );
  form.append(element("div", { className: "bar" }, json, book), status);
  void get<unknown>(ALIAS_KEY).then((kept) => {
    if (typeof kept === "string") alias.value ||= kept.slice(0, MAX_ALIAS_LENGTH);
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is there to find.
    const who = alias.value.replace(/[\u0000-\u001f\u007f]/g, " ").trim();
    if (!who) {
      status.textContent = say("hand-in.no-alias");
      alias.focus();
      return;
    }
    const asNotebook = (event.submitter as HTMLButtonElement | null)?.value === "ipynb";
    await put(ALIAS_KEY, who);
    const [{ kept, silent }, course] = [await collectAll(), await loadCourse()];
    const receipt = makeReceipt(kept, {
      title: course?.pages[0]?.title ?? document.title,
      course,
      assignment: what.assignment ? toContent(what.assignment) : null,
      alias: who,
      wanted: (key) => isWanted(what, course?.predictions ?? [], course?.reflections ?? [], key),
    });
    const pieces = Object.keys(receipt.work).length;
    const file = `${fileName(who, what.assignment?.code ?? "")}.${asNotebook ? "ipynb" : "json"}`;
    const text = JSON.stringify(asNotebook ? makeNotebook(receipt, course) : receipt, null, 1);
    saveFile(file, new Blob([text, "\n"], { type: "application/json" }));
    status.replaceChildren(
      ...[
        say("hand-in.saved", { file, n: pieces }),
        ...(silent ? [say("hand-in.silent")] : []),
        ...what.notes(kept),
      ].flatMap((line) => [line, " "]),
    );
  });
  return form;
}
