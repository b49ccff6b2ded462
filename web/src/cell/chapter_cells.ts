// A chapter's code cells: edited and run in the page, all in one namespace, each after those that stand before it.

import { Runner } from "../code/runner";
import { Autosave } from "../code/saved/autosave";
import { askInNotice, CodeSection } from "../code/section";
import { mountEditor, showDownloadSize, showHistoryAndConflicts } from "../code/workspace";
import { python } from "../python/client";
import { say } from "../shared/words";
import { cellKeys, moveOrphanedWork } from "./storage_keys";

/** As src/coursekit/book/directives/exercise/cells.py writes it into the page. */
interface CellsOfPage {
  page: string;
  setup: string;
  packages: string[];
  limit_s: number;
  codes: Record<string, string>;
}

/** One cell as the cells after it need it. */
interface RunnableCell {
  n: string;
  code(): string;
  /** Whether it has run in the Python that is there now. */
  ran(): boolean;
  done(): void;
  /** Open its editor, if need be, and go there. */
  enter(): void;
}

/** Bring the page's cells to life, in their order. */
export async function mountCells(): Promise<void> {
  const data = document.querySelector("script.cells")?.textContent;
  if (!data) return;
  const page = JSON.parse(data) as CellsOfPage;
  const cells: RunnableCell[] = [];
  const codes = Object.values(page.codes);
  const keys = cellKeys(page.page, codes);
  await moveOrphanedWork(page.page, codes, keys);
  for (const [place, [n, code]] of Object.entries(page.codes).entries()) {
    const section = document.getElementById(`cell-${n}`);
    if (!section) continue;
    const earlier = [...cells];
    const next = (): void => cells[earlier.length + 1]?.enter();
    cells.push(await mount(section, { n, starter: code, key: keys[place] ?? "", earlier, next }, page));
  }
}

/** A cell's place in its page. */
interface CellPosition {
  n: string;
  starter: string;
  key: string;
  earlier: RunnableCell[];
  /** Go on to the cell after it. */
  next(): void;
}

async function mount(
  section: HTMLElement,
  { n, starter, key, earlier, next }: CellPosition,
  page: CellsOfPage,
): Promise<RunnableCell> {
  const parts = new CodeSection(section);
  const autosave = await Autosave.open(key, starter);
  const { work } = autosave;
  const namespace = `page/${page.page}`;
  const before = (): string => [page.setup, ...earlier.map((cell) => cell.code())].join("\n");
  const field = mountEditor(parts, autosave, say("cell.editor", { n }), { namespace, before, next });
  const runner = new Runner(parts, { ...page, tests: "", namespace, wing: "cell" });
  const hide = (selector: string, is: boolean): void => {
    for (const part of section.querySelectorAll<HTMLElement>(selector)) part.hidden = is;
  };
  let ranIn: object | undefined;
  const me: RunnableCell = {
    n,
    code: () => field.value(),
    ran: () => ranIn !== undefined && ranIn === python.which(),
    done: () => (ranIn = python.which()),
    enter: () => {
      if (section.querySelector<HTMLElement>(".live")?.hidden) open();
      field.focus();
    },
  };

  /** Show what the build printed, or not; beside an open editor it says whose output it is. */
  const showBuilt = (is: boolean): void => {
    hide(".cell_output", !is);
    hide(".as-built", !is || !section.querySelector(".cell_output"));
  };
  const open = (): void => {
    hide(".cell_input, .start", true);
    hide(".live", false);
    showBuilt(true);
    void showDownloadSize(parts, page.packages);
  };
  const showUndo = (): void => hide("button[data-do=undo]", work.undo === undefined);
  const replace = (code: string, undo: string | undefined): void => {
    autosave.replaceCode(code, undo);
    field.set(code);
    showUndo();
  };

  for (const name of ["edit", "run", "stop", "reset", "undo"] as const) parts.setEnabled(name, name !== "stop");
  parts.onClick("edit", () => {
    open();
    field.focus();
  });
  parts.onClick("run", () => void run());
  parts.onClick("stop", () => runner.stop());
  parts.onClick("reset", () => {
    if (field.value() !== starter) replace(starter, field.value());
    parts.clear();
    showBuilt(true);
    parts.setState("idle", say(work.undo === undefined ? "exercise.was-reset" : "exercise.reset-kept"));
  });
  parts.onClick("undo", () => {
    replace(work.undo ?? "", undefined);
    parts.setState("idle", say("exercise.undone"));
    field.focus();
  });

  async function run(): Promise<void> {
    const code = field.value();
    const before = earlier.map((cell) => ({ ...cell, code: cell.code() }));
    const { ended } = await runner.run("run", code, before);
    if (!ended) return;
    showBuilt(false);
    if (parts.state === "idle") me.done();
    else ranIn = undefined;
    autosave.recordRun(code, "run", parts.state);
  }

  showHistoryAndConflicts(parts, autosave, field, showUndo);
  showUndo();
  if (work.code !== starter) open();
  if (work.starter !== starter) {
    askInNotice(parts.notice, say("cell.changed"), [
      [
        "exercise.keep-mine",
        () => {
          autosave.save({ starter });
          field.focus();
        },
      ],
      [
        "exercise.take-new",
        () => {
          replace(starter, field.value());
          autosave.save({ starter });
          field.focus();
        },
      ],
    ]);
  }
  return me;
}
