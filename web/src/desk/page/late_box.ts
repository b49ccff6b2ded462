// The rules for late hand-ins, as they are set at the desk; they are saved with the marks, in marks.json.
import { say } from "../../shared/words";
import { mergeRules } from "../late/merge";
import { type LatePolicy, NO_PENALTY, readExtensions, readPolicy, withExtensions } from "../late/policy";

const NUMBERS = ["grace_minutes", "percent_per_day", "most_percent", "closed_after_days"] as const;

export class LateBox {
  /** undefined: nothing is taken off, and nothing said. */
  policy: LatePolicy | undefined;

  constructor(
    private readonly section: HTMLElement,
    private readonly changed: () => void,
  ) {
    this.field("zone").value = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
    for (const name of ["due", "zone", ...NUMBERS]) {
      this.field(name).addEventListener("change", () => this.set(() => this.fromFields()));
    }
    const list = this.field("extensions");
    list.addEventListener("change", () => void this.readList(list.files?.[0]).then(() => (list.value = "")));
  }

  private field = (name: string): HTMLInputElement =>
    this.section.querySelector<HTMLInputElement>(`#desk-late-${name.replaceAll("_", "-")}`)!;

  /** Take the rules of files of marks, where any has some; sentences about it. @throws Error with a sentence */
  take(files: [string, string][]): string[] {
    const { late, notes } = mergeRules(files, undefined);
    if (late) {
      this.policy = late;
      this.field("due").value = (late.due ?? "").slice(0, 16);
      this.field("zone").value = late.zone;
      for (const name of NUMBERS) this.field(name).value = String(late[name] ?? "");
      this.said(say("desk.late-extensions", { n: late.extensions.length }));
      this.changed();
    }
    return notes;
  }

  private fromFields(): LatePolicy {
    const due = this.field("due").value;
    const number = (name: (typeof NUMBERS)[number]): number | null =>
      this.field(name).value === "" ? NO_PENALTY[name] : this.field(name).valueAsNumber;
    return readPolicy(say("desk.late"), {
      ...(due && { due }),
      zone: this.field("zone").value.trim() || "UTC",
      ...Object.fromEntries(NUMBERS.map((name) => [name, number(name)])),
      extensions: this.policy?.extensions ?? [],
    });
  }

  private async readList(file: File | undefined): Promise<void> {
    const text = await file?.text();
    if (!file || text === undefined) return;
    this.set(() => {
      const policy = this.policy ?? this.fromFields();
      return withExtensions(policy, readExtensions(file.name, text, policy.zone));
    });
  }

  /** Rules that cannot be used change nothing: the sentence says why. */
  private set(make: () => LatePolicy): void {
    try {
      this.policy = make();
      this.said(say("desk.late-extensions", { n: this.policy.extensions.length }));
      this.changed();
    } catch (error) {
      this.said((error as Error).message, true);
    }
  }

  private said(text: string, wrong = false): void {
    const place = this.section.querySelector<HTMLElement>(".late-said")!;
    place.textContent = text;
    place.classList.toggle("wrong", wrong);
  }
}
