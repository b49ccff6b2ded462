// bundle: assign
// The assign page: a plan or one's own choice, a title and a date; a link to share and a syllabus come of it.

import { fileName } from "../../receipt/receipt";
import { element } from "../../shared/element";
import { copyText, saveFile } from "../../shared/save_file";
import { say } from "../../shared/words";
import { resolveAssignment } from "../course";
import { pointsInAll } from "../draw";
import { formatDue } from "../due";
import { type Assignment, BadAssignment, decode, fromContent, toContent } from "../format";
import { syllabus } from "../handout/syllabus";
import { isOwnMachine, linkTo, shortLink } from "../link";
import { loadCourse } from "../load_course";
import { howManyEach, minutesInAll } from "../minutes";
import { siteUrl } from "../site";
import { endOfDayIn, field, folderOfSite, type Plan, startingPoints, timeZoneName, toLocalInput, toUtc } from "./form";
import { drawFields, Handout } from "./handout_fields";
import { choosePools, withPools } from "./pools";
import { SelectionRows } from "./rows";
import { emptySelection, itemsOf, plainTitle, selectionOf } from "./selection";
import "../handout/syllabus_words";

const LONG_LINK = 2000; // characters of a link, beyond which some programs cut it

async function startEditor(section: HTMLElement): Promise<void> {
  const course = await loadCourse();
  if (!course) {
    section.append(element("p", { className: "fault" }, say("assign.failed")));
    return;
  }
  const plans = JSON.parse(section.querySelector("script.plans")?.textContent ?? "[]") as Plan[];
  const title = element("input", { type: "text", id: "assign-title", maxLength: 200, autocomplete: "off" });
  const due = element("input", { type: "datetime-local", id: "assign-due" });
  const code = element("input", { type: "text", id: "assign-code", maxLength: 60, autocomplete: "off" });
  const site = element("input", {
    type: "url",
    id: "assign-site",
    value: location.protocol === "file:" ? "" : siteUrl(""),
    autocomplete: "off",
  });
  const submit = element("input", { type: "url", id: "assign-submit", maxLength: 500, autocomplete: "off" });
  const draws = drawFields();
  const link = element("textarea", { id: "assign-link", readOnly: true, rows: 3, spellcheck: false });
  const preview = element("pre", {
    className: "syllabus",
    tabIndex: 0,
    role: "group",
    "aria-label": say("assign.syllabus"),
  });
  const sum = element("p", { className: "sum", role: "status" });
  const told = element("p", { role: "status" });
  let selection = emptySelection(course);
  let made: Assignment | undefined;
  const handout = new Handout(() => update());
  const rows = new SelectionRows(course, selection, () => update());

  function update(): void {
    link.value = preview.textContent = told.textContent = "";
    made = undefined;
    handout.show(undefined);
    const items = itemsOf(selection, course!);
    const address = folderOfSite(site.value || siteUrl(""));
    if (!items.length) {
      sum.textContent = say("assign.nothing");
      return;
    }
    if (!title.value.trim()) {
      sum.textContent = say("assign.no-title");
      return;
    }
    if (!address) {
      sum.textContent = say("assign.site-bad");
      return;
    }
    try {
      const about = {
        title: title.value.trim(),
        code: code.value.trim(),
        due: toUtc(due.value),
        build: course!.build,
        submit: submit.value.trim(),
        ...withPools(items, selection, course!, draws.read()),
      };
      made = fromContent(toContent(about)); // by the same rules as when it is read
    } catch (error) {
      if (!(error instanceof BadAssignment)) throw error;
      sum.textContent = say(error.key, error.values);
      return;
    }
    link.value = linkTo(made, address);
    if (handout.file) link.value = shortLink(handout.file, address);
    const { things } = resolveAssignment(made, course!, plainTitle);
    const marked = things.filter(({ kind }) => kind !== "chapter" && kind !== "lab");
    const points = Math.round(100 * pointsInAll(marked)) / 100;
    const minutes = minutesInAll(things, course!);
    const notes = [say("assign.sum", { n: howManyEach(things), points, minutes, signs: link.value.length })];
    if (link.value.length > LONG_LINK) notes.push(say("assign.too-long"));
    if (!site.value && location.protocol === "file:") notes.push(say("assign.site-file"));
    if (isOwnMachine(address)) notes.push(say("assign.site-here"));
    sum.textContent = notes.join(" ");
    const when = made.due ? formatDue(made.due) : "";
    preview.textContent = syllabus(made, course!, things, link.value, when);
    handout.show({ assignment: made, course: course!, things, link: link.value, due: when });
  }

  const choice = element("select", { id: "assign-plan" }, element("option", { value: "" }, say("assign.own")));
  const groups = startingPoints(plans, course);
  groups.forEach(({ label, options }, g) => {
    const made = options.map((one, n) => element("option", { value: `${g} ${n}` }, one.label));
    choice.append(...(made.length > 1 ? [element("optgroup", { label }, ...made)] : made));
  });
  choice.addEventListener("change", () => {
    const [g, n] = choice.value.split(" ").map(Number);
    const start = groups[g ?? -1]?.options[n ?? -1];
    selection = start ? selectionOf(start, course) : emptySelection(course);
    title.value = start?.title ?? "";
    due.value = endOfDayIn(start?.days ?? 7);
    draws.show();
    rows.take(selection);
    update();
  });

  const old = element("input", { type: "text", id: "assign-old", autocomplete: "off", spellcheck: false });
  const load = element("button", { type: "button" }, say("assign.load-button"));
  const loaded = element("p", { role: "status" });
  load.addEventListener("click", () => {
    try {
      const found = decode(old.value);
      const { unknown } = resolveAssignment(found, course, plainTitle);
      selection = selectionOf(found, course);
      draws.show(choosePools(found, selection));
      submit.value = found.submit;
      title.value = found.title;
      code.value = found.code;
      due.value = found.due ? toLocalInput(new Date(found.due)) : "";
      choice.value = "";
      rows.take(selection);
      update();
      loaded.textContent = say("assign.loaded", { title: found.title });
      if (unknown.length) loaded.append(` ${say("assign.dropped", { what: unknown.join(", ") })}`);
    } catch (error) {
      if (!(error instanceof BadAssignment)) throw error;
      loaded.textContent = say("assign.not-loaded", { why: say(error.key, error.values) });
    }
  });

  const copy = element("button", { type: "button", className: "main" }, say("assign.copy"));
  copy.addEventListener("click", async () => {
    link.select();
    told.textContent = say((await copyText(link.value)) ? "assign.copied" : "assign.not-copied");
  });
  const save = element("button", { type: "button" }, say("assign.download"));
  save.addEventListener("click", () => {
    if (!made) return;
    const file = `${fileName(made.title, made.code)}.md`;
    saveFile(file, new Blob([preview.textContent ?? ""], { type: "text/markdown" }));
    told.textContent = say("assign.saved", { file });
  });
  for (const input of [title, due, code, site, submit, ...draws.inputs]) input.addEventListener("input", update);

  const part = (head: string, ...inside: Node[]): HTMLElement => {
    const name = `assign-part-${section.querySelectorAll("fieldset").length}`;
    const group = element("fieldset", { id: name }, element("legend", {}, say(head)), ...inside);
    section.append(group);
    return group;
  };
  part(
    "assign.start",
    field(say("assign.plan"), choice),
    field(say("assign.load"), old),
    element("div", { className: "bar" }, load),
    loaded,
  );
  part("assign.what", element("p", { className: "about" }, say("assign.what-about")), rows.root);
  part(
    "assign.how",
    field(say("assign.title"), title),
    field(say("assign.due", { zone: timeZoneName() }), due),
    field(say("assign.code"), code),
    field(say("assign.submit"), submit),
    ...draws.fields,
  );
  const result = part("assign.result", field(say("assign.site"), site), field(say("assign.link"), link));
  result.append(sum, element("div", { className: "bar" }, copy, save), told, handout.root);
  const shown = element("details", {}, element("summary", {}, say("assign.syllabus")), preview);
  result.append(shown);

  choice.value = groups.length ? "0 0" : "";
  choice.dispatchEvent(new Event("change"));
  section.dataset.state = "ready";
}

for (const section of document.querySelectorAll<HTMLElement>("section.assign")) void startEditor(section);
