// *Hand in*: asks for the alias, says what is in the file, and saves it.
import type { Thing } from "../assignment/course";
import { type Assignment, toContent } from "../assignment/format";
import { loadCourse } from "../assignment/load_course";
import "../assignment/words";
import { collectAll } from "../code/saved/all_work";
import { button, element } from "../shared/element";
import { ALIAS_KEY, foldAlias, MAX_ALIAS_LENGTH, plainAlias } from "../shared/learner/alias";
import { saveFile, shareableFile, shareFile } from "../shared/save_file";
import { get, put } from "../shared/store";
import { say } from "../shared/words";
import { makeNotebook } from "./notebook";
import { fileName, makeReceipt } from "./receipt";
import { isWanted } from "./wanted";

/** What is handed in: an assignment with what it comes to, or all work. */
export interface HandInContents {
  assignment: Assignment | undefined;
  things: Thing[];
  /** What is to be said beside "saved": what is not done, that it is late. */
  notes(kept: Map<string, unknown>): string[];
}

/** Where hand-ins are uploaded: the address in full, which opens only when the learner follows it. */
export function submitLine(address: string): HTMLElement {
  const link = element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address);
  return element("p", { className: "submit" }, say("hand-in.submit"), " ", link);
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
    const who = plainAlias(alias.value);
    if (!who) {
      status.textContent = say("hand-in.no-alias");
      alias.focus();
      return;
    }
    const asNotebook = (event.submitter as HTMLButtonElement | null)?.value === "ipynb";
    const before = await get<unknown>(ALIAS_KEY);
    await put(ALIAS_KEY, who);
    form.dispatchEvent(new Event("change", { bubbles: true })); // what was drawn by the name is counted again
    const [{ kept, silent }, course] = [await collectAll(), await loadCourse()];
    const receipt = makeReceipt(kept, {
      title: course?.pages[0]?.title ?? document.title,
      course,
      assignment: what.assignment ? toContent(what.assignment) : null,
      alias: who,
      wanted: (key) => !what.assignment || isWanted(what.things, course ?? {}, key),
    });
    const pieces = Object.keys(receipt.work).length;
    const file = `${fileName(who, what.assignment?.code ?? "")}.${asNotebook ? "ipynb" : "json"}`;
    const text = `${JSON.stringify(asNotebook ? makeNotebook(receipt, course) : receipt, null, 1)}\n`;
    saveFile(file, new Blob([text], { type: "application/json" }));
    const { pools = [], submit = "" } = what.assignment ?? {};
    const drawnAnew = pools.length && typeof before === "string" && foldAlias(before) !== foldAlias(who);
    status.replaceChildren(
      ...[
        say("hand-in.saved", { file, n: pieces }),
        ...(what.assignment ? [say("hand-in.for", { title: what.assignment.title })] : []),
        ...(silent ? [say("hand-in.silent")] : []),
        ...(drawnAnew ? [say("hand-in.drawn-anew", { who })] : []),
        ...what.notes(kept),
      ].flatMap((line) => [line, " "]),
    );
    for (const part of form.querySelectorAll(".share, .submit")) part.remove();
    const shared = shareableFile(file, text);
    if (shared) form.append(button(say("hand-in.share"), () => void shareFile(shared), "share"));
    if (submit) form.append(submitLine(submit));
  });
  return form;
}
