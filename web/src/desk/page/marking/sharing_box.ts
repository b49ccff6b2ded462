// How the marking is shared out, as it is set at the desk: kept in this browser, and saved with the marks.
import { say } from "../../../shared/words";
import { mergeSharing } from "../../hand_marks/marks_file";
import { ALONE, type Sharing } from "../../hand_marks/shares";
import { StoredMarks } from "../stored_marks";

export class SharingBox {
  sharing: Sharing = StoredMarks.sharing;

  constructor(
    private readonly section: HTMLElement,
    private readonly changed: () => void,
  ) {
    this.show();
    for (const control of [this.field("graders"), this.field("seed"), this.by, this.field("anonymous")]) {
      control.addEventListener("change", () => this.put(this.fromFields()));
    }
  }

  private field = (name: string): HTMLInputElement => this.section.querySelector<HTMLInputElement>(`#desk-${name}`)!;
  private get by(): HTMLSelectElement {
    return this.section.querySelector<HTMLSelectElement>("#desk-by")!;
  }

  /** What is saved with the marks; undefined where nothing is shared out. */
  get saved(): Sharing | undefined {
    return JSON.stringify(this.sharing) === JSON.stringify(ALONE) ? undefined : this.sharing;
  }

  /** What a hand-in is called while names are hidden. */
  label = (code: string): string => say("desk.coded", { code });

  /** Take what files of marks say, where any says it; sentences about it. @throws Error with a sentence */
  take(files: [string, string][]): string[] {
    const { sharing, notes } = mergeSharing(files);
    if (sharing) this.put(sharing);
    return notes;
  }

  said(text: string): void {
    this.section.querySelector<HTMLElement>(".shares-said")!.textContent = text;
  }

  private fromFields(): Sharing {
    const names = this.field("graders")
      .value.split(",")
      .map((name) => name.trim().slice(0, 80)); // prettier-ignore
    return {
      graders: [...new Set(names.filter(Boolean))],
      by: this.by.value === "question" ? "question" : "learner",
      seed: this.field("seed").value.trim().slice(0, 80),
      anonymous: this.field("anonymous").checked,
    };
  }

  private put(sharing: Sharing): void {
    this.sharing = sharing;
    StoredMarks.sharing = sharing;
    this.show();
    this.changed();
  }

  private show(): void {
    this.field("graders").value = this.sharing.graders.join(", ");
    this.by.value = this.sharing.by;
    this.field("seed").value = this.sharing.seed;
    this.field("anonymous").checked = this.sharing.anonymous;
  }
}
