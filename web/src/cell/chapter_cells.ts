// A chapter's code cells: edited and run in the page, all in one namespace, each after those that stand before it.

import { Runner } from "../code/runner";
import { Keeper } from "../code/saved/autosave";
import { ask, Parts } from "../code/section";
import { alsoElsewhere, nameSize, workOn } from "../code/workspace";
import { python } from "../python/client";
import { say } from "../shared/words";
import { adopt, keysFor } from "./storage_keys";

/** As src/coursekit/book/directives/cells.py writes it into the page. */
interface CellsOfPage {
  page: string;
  setup: string;
  packages: string[];
  limit_s: number;
  codes: Record<string, string>;
}

/** One cell as the cells after it need it. */
interface Earlier {
  n: string;
  code(): string;
  /** Whether it has run in the Python that is there now. */
  ran(): boolean;
  done(): void;
  /** Open its editor, if need be, and go there. */
  enter(): void;
}

/** Bring the page's cells to life, in their order. */
export async function wakeCells(): Promise<void> {
  const data = document.querySelector("script.cells")?.textContent;
  if (!data) return;
  const page = JSON.parse(data) as CellsOfPage;
  const cells: Earlier[] = [];
  const codes = Object.values(page.codes);
  const keys = keysFor(page.page, codes);
  await adopt(page.page, codes, keys);
  for (const [place, [n, code]] of Object.entries(page.codes).entries()) {
    const section = document.getElementById(`cell-${n}`);
    if (!section) continue;
    const earlier = [...cells];
    const next = (): void => cells[earlier.length + 1]?.enter();
    cells.push(await mount(section, { n, starter: code, key: keys[place] ?? "", earlier, next }, page));
  }
}

/** A cell's place in its page. */
interface Place {
  n: string;
  starter: string;
  key: string;
  earlier: Earlier[];
  /** Go on to the cell after it. */
  next(): void;
}

async function mount(
  section: HTMLElement,
  { n, starter, key, earlier, next }: Place,
  page: CellsOfPage,
): Promise<Earlier> {
  const parts = new Parts(section);
  const keeper = await Keeper.open(key, starter);
  const { work } = keeper;
  const namespace = `page/${page.page}`;
  const before = (): string => [page.setup, ...earlier.map((cell) => cell.code())].join("\n");
  const field = workOn(parts, keeper, say("cell.editor", { n }), { namespace, before, next });
  const runner = new Runner(parts, { ...page, tests: "", namespace, wing: "cell" });
  const hide = (selector: string, is: boolean): void => {
    for (const part of section.querySelectorAll<HTMLElement>(selector)) part.hidden = is;
  };
  let ranIn: object | undefined;
  const me: Earlier = {
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
    void nameSize(parts, page.packages);
  };
  const showUndo = (): void => hide("button[data-do=undo]", work.undo === undefined);
  const replace = (code: string, changes: Partial<typeof work>): void => {
    field.set(code);
    keeper.keep({ ...changes, code });
    showUndo();
  };

  for (const name of ["edit", "run", "stop", "reset", "undo"] as const) parts.usable(name, name !== "stop");
  parts.on("edit", () => {
    open();
    field.focus();
  });
  parts.on("run", () => void run());
  parts.on("stop", () => runner.stop());
  parts.on("reset", () => {
    if (field.value() !== starter) replace(starter, { undo: field.value() });
    parts.clear();
    showBuilt(true);
    parts.say("idle", say(work.undo === undefined ? "exercise.was-reset" : "exercise.reset-kept"));
  });
  parts.on("undo", () => {
    replace(work.undo ?? "", { undo: undefined });
    parts.say("idle", say("exercise.undone"));
    field.focus();
  });

  async function run(): Promise<void> {
    const code = field.value();
    const before = earlier.map((cell) => ({ ...cell, code: cell.code() }));
    const { ended } = await runner.go("run", code, before);
    if (!ended) return;
    showBuilt(false);
    if (parts.state === "idle") me.done();
    else ranIn = undefined;
    keeper.ran(code, "run", parts.state);
  }

  alsoElsewhere(parts, keeper, field, showUndo);
  showUndo();
  if (work.code !== starter) open();
  if (work.starter !== starter) {
    ask(parts.notice, say("cell.changed"), [
      [
        "exercise.keep-mine",
        () => {
          keeper.keep({ starter });
          field.focus();
        },
      ],
      [
        "exercise.take-new",
        () => {
          replace(starter, { starter, undo: field.value() });
          field.focus();
        },
      ],
    ]);
  }
  return me;
}
