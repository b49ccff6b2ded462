// A receipt as a notebook: a cell of text and a cell of code for each exercise, what else was written, and the receipt itself.
import type { Course } from "../assignment/course";
import { say } from "../shared/words";
import { NOTEBOOK_METADATA_KEY, type Receipt } from "./format";

type Cell = Record<string, unknown>;

/** The notebook (nbformat 4.5). */
export function makeNotebook(receipt: Receipt, course: Course | undefined): Record<string, unknown> {
  const title = typeof receipt.assignment?.title === "string" ? receipt.assignment.title : receipt.course.title;
  const cells: Cell[] = [];
  const lines = (text: string): string[] => text.split(/(?<=\n)/);
  // A cell says whose it is: what is corrected in it in Jupyter finds its exercise or essay again.
  const text = (source: string, metadata: Record<string, unknown> = {}): void =>
    void cells.push({ cell_type: "markdown", metadata, source: lines(source) });
  const code = (exercise: string, source: string): void => {
    const metadata = { [NOTEBOOK_METADATA_KEY]: { exercise } };
    cells.push({ cell_type: "code", execution_count: null, metadata, outputs: [], source: lines(source) });
  };
  text(`# ${escapeMarkdown(title)}\n\n${escapeMarkdown(receipt.alias)}, ${receipt.saved}`);
  const titles = new Map(course?.exercises.map((one) => [one.id, one.title]));
  const prompts = new Map(course?.questions.map((one) => [one.id, one.prompt]));
  for (const [key, entry] of Object.entries(receipt.work)) {
    const [kind = "", id = ""] = key.split("/", 2);
    if (kind === "exercise") {
      text(`## ${escapeMarkdown(titles.get(id) ?? id)}`);
      code(id, String(entry.code));
    } else if (kind === "reflection")
      text(`## ${say("reflection.label")}: ${escapeMarkdown(id)}\n\n${String(entry.text)}`, {
        [NOTEBOOK_METADATA_KEY]: { reflection: id },
      });
    else if (kind === "question")
      text(`**${escapeMarkdown(prompts.get(id) ?? id)}**\n\n${JSON.stringify(entry.given)}`);
  }
  for (const [n, cell] of cells.entries()) cell.id = `cell-${n}`;
  const kernelspec = { name: "python3", display_name: "Python 3", language: "python" };
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec, language_info: { name: "python" }, [NOTEBOOK_METADATA_KEY]: receipt },
    cells,
  };
}

const escapeMarkdown = (line: string): string => line.replace(/[\\`*_{}[\]<>|#$]/g, "\\$&");
