// The part of the page's foot that says what is kept on this device, and offers to keep more.
import { button, element, isEnabled, setEnabled } from "../shared/element";
import { say } from "../shared/words";
import { setPreload, wantsPreload } from "./data_saver";
import type { CacheState, Level } from "./messages";

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
type Choice = Level | "course";

export class Panel {
  onKeep: (level: Choice) => Promise<void> = async () => undefined;
  onDrop: () => Promise<void> = async () => undefined;
  private readonly status: HTMLElement;
  private readonly choice: HTMLSelectElement;
  private readonly keepButton: HTMLButtonElement;
  private readonly dropButton: HTMLButtonElement;
  private shown?: CacheState;

  constructor(box: HTMLElement) {
    this.status = box.querySelector<HTMLElement>("[role=status]")!;
    this.choice = box.querySelector("select")!;
    this.keepButton = box.querySelector<HTMLButtonElement>('[data-do="keep"]')!;
    this.dropButton = box.querySelector<HTMLButtonElement>('[data-do="drop"]')!;
    this.keepButton.addEventListener("click", () => void this.once(() => this.onKeep(this.choice.value as Choice)));
    this.dropButton.addEventListener("click", () => void this.once(() => this.onDrop()));
    const ahead = box.querySelector<HTMLInputElement>("input[name=ahead]")!;
    ahead.checked = wantsPreload();
    ahead.addEventListener("change", () => setPreload(ahead.checked));
    box.hidden = false;
    this.status.textContent = say("offline.looking");
  }

  /** Do one thing at a time: while it lasts, neither button does anything. */
  private async once(work: () => Promise<void>): Promise<void> {
    const buttons = [this.keepButton, this.dropButton];
    if (!buttons.every(isEnabled)) return;
    for (const one of buttons) setEnabled(one, false);
    try {
      await work();
    } finally {
      for (const one of buttons) setEnabled(one, true);
    }
  }

  state(state: CacheState): void {
    this.shown = state;
    const { sizes } = state;
    const option = (value: Choice, here: boolean, key: string, bytes: number): HTMLOptionElement => {
      const size = megabytes(bytes);
      const text = say(key, { size });
      const made = new Option(here ? `${text.replace(/ \(.*\)$/, "")} (${say("offline.here")})` : text, value);
      return made;
    };
    const before = this.choice.value;
    this.choice.replaceChildren(
      option("reading", state.page, "offline.page", sizes.page),
      ...(state.coded ? [option("python", state.python, "offline.chapter", sizes.python)] : []),
      option("course", state.course, "offline.all", sizes.course),
    );
    this.choice.value = before || (state.coded ? "python" : "reading");
    this.status.textContent = this.words(state);
  }

  private words(state: CacheState): string {
    if (state.course) return say("offline.course");
    if (state.python && state.coded) return say("offline.python");
    return say(state.page ? "offline.reading" : "offline.none");
  }

  progress(loaded: number, total: number): void {
    if (total) this.status.textContent = say("offline.keeping", { loaded: megabytes(loaded), total: megabytes(total) });
  }

  done(what: "kept" | "dropped"): void {
    const state = this.shown ? `${this.words(this.shown)} ` : "";
    this.status.textContent = what === "kept" ? state + say("offline.kept") : say("offline.dropped");
  }

  failed(reason: "unreachable" | "full" | "changed", file: string): void {
    const key = reason === "unreachable" ? "offline.failed" : `offline.${reason}`;
    this.status.textContent = say(key, { file });
  }

  /** Say that a newer build is here; only a click brings it. */
  update(use: () => void): void {
    if (document.querySelector(".course-updated")) return;
    const about = { className: "course-updated", role: "status" };
    document.body.append(element("p", about, say("offline.update"), " ", button(say("offline.use"), use)));
  }
}
