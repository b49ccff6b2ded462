// The class list and the course platform's export, as they are chosen, and the column that the totals go into.
import { element } from "../../shared/element";
import { say } from "../../shared/words";
import { checkClassList, classList } from "../class_list/class_list";
import type { About } from "../export";
import { gradeColumns } from "../export/tables/filled_in";

export type ClassLists = Pick<About, "roster" | "exported" | "column" | "scale">;

export class ClassListFields {
  private readonly column: HTMLSelectElement;

  constructor(private readonly section: HTMLElement) {
    this.column = section.querySelector<HTMLSelectElement>("#desk-column")!;
    for (const name of ["roster", "exported"]) {
      section.querySelector(`#desk-${name}`)!.addEventListener("change", () => void this.offerColumns());
    }
  }

  /** What is chosen. @throws Error with a sentence that says what is wrong with it */
  async read(): Promise<ClassLists> {
    const [roster, exported] = [await this.text("roster"), await this.text("exported")];
    checkClassList(roster, exported);
    const scale = this.section.querySelector<HTMLInputElement>("#desk-scale")?.checked;
    return { roster, exported, column: this.column.value || undefined, scale };
  }

  /** The whole text: a byte-order mark belongs to it, since the export goes back as it came. */
  private async text(name: string): Promise<string | undefined> {
    const file = this.section.querySelector<HTMLInputElement>(`#desk-${name}`)!.files?.[0];
    return file && new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());
  }

  private async offerColumns(): Promise<void> {
    const names = gradeColumns(classList(await this.text("roster"), await this.text("exported")).platform);
    const byTitle = element("option", { value: "" }, say("desk.column-by-title"));
    this.column.replaceChildren(byTitle, ...names.map((name) => element("option", { value: name }, name)));
    this.column.closest("p")!.hidden = !names.length;
  }
}
