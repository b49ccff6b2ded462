// The drawn timeline: one level of zoom at a time, entries of a kind, and the entry that is opened beside the drawing.
import sentences from "../../../src/coursekit/words/en/timeline.json";
import { setEnabled } from "../shared/element";
import { addSentences, say } from "../shared/say";

addSentences(sentences);

/** Where the opened entry stands beside the drawing, not over it (timeline.css). */
const BESIDE = matchMedia("(min-width: 760px)");

class Timeline {
  private readonly levels: SVGSVGElement[];
  private readonly opened: HTMLElement | null;
  private level = 0;
  private current = ""; // the address of the entry that the keyboard stands on

  constructor(private readonly section: HTMLElement) {
    this.levels = [...section.querySelectorAll<SVGSVGElement>("svg.level")];
    this.opened = section.querySelector<HTMLElement>(".opened");
    section.addEventListener("change", () => this.show());
    section.addEventListener("click", (event) => this.click(event));
    section.addEventListener("keydown", (event) => this.key(event));
    section.addEventListener("focusin", (event) => {
      const entry = (event.target as Element).closest("a.entry");
      if (entry) this.standOn(entry);
    });
    this.show();
  }

  private get entries(): SVGAElement[] {
    return [...(this.levels[this.level]?.querySelectorAll<SVGAElement>("a.entry:not(.filtered-out)") ?? [])];
  }

  /** Show the level and the kind that are chosen, and say how many entries that leaves. */
  private show(): void {
    const kind = this.section.querySelector<HTMLInputElement>("input[name=timeline-kind]:checked")?.value ?? "";
    this.section.dataset.state = kind || "all";
    this.levels.forEach((one, i) => {
      one.toggleAttribute("hidden", i !== this.level);
    });
    for (const one of this.section.querySelectorAll<SVGAElement>("a.entry")) {
      const kinds = (one.dataset.kinds ?? "").split(" ");
      one.classList.toggle("filtered-out", Boolean(kind) && !kinds.includes(kind));
    }
    const { low = "", high = "" } = this.levels[this.level]?.dataset ?? {};
    const all = this.levels[0]?.querySelectorAll("a.entry").length ?? 0;
    const status = this.section.querySelector("[role=status]");
    if (status) status.textContent = say("timeline.shown", { n: this.entries.length, all, low, high });
    this.button("nearer", this.level === this.levels.length - 1);
    this.button("farther", this.level === 0);
    const kept = this.entries.find((one) => one.getAttribute("href") === this.current);
    if (!kept) this.close(false);
    const reached = kept ?? this.entries.at(-1);
    if (reached) this.standOn(reached);
    if (reached && !kept && BESIDE.matches) this.open(reached, false); // what stands beside the drawing is never empty
  }

  private button(name: string, disabled: boolean): void {
    const button = this.section.querySelector<HTMLButtonElement>(`.zoom [data-do=${name}]`);
    if (button) setEnabled(button, !disabled);
  }

  /** One entry of the drawing is in the order of Tab: the one that the keyboard stood on last. */
  private standOn(entry: Element): void {
    this.current = entry.getAttribute("href") ?? "";
    for (const one of this.section.querySelectorAll("a.entry")) {
      one.setAttribute("tabindex", one === entry ? "0" : "-1");
    }
  }

  private zoom(by: number): void {
    const inside = this.levels[this.level]?.contains(document.activeElement);
    this.level = Math.min(Math.max(this.level + by, 0), this.levels.length - 1);
    this.show();
    if (inside) this.section.querySelector<SVGAElement>('a.entry[tabindex="0"]')?.focus();
  }

  private click(event: Event): void {
    const target = event.target as Element;
    const wanted = target.closest<HTMLElement>("[data-do]")?.dataset.do;
    const entry = target.closest<SVGAElement>("a.entry");
    if (wanted === "nearer" || wanted === "farther") this.zoom(wanted === "nearer" ? 1 : -1);
    else if (wanted === "close") this.close(true);
    else if (entry) {
      event.preventDefault();
      this.open(entry);
    }
  }

  /** The entry as it stands in the list, with its source. */
  private open(entry: SVGAElement, focus = true): void {
    const address = entry.getAttribute("href") ?? "#";
    const text = document.getElementById(address.slice(1))?.cloneNode(true) as HTMLElement | undefined;
    if (!text || !this.opened) return;
    this.standOn(entry);
    for (const one of [text, ...text.querySelectorAll("[id]")]) one.removeAttribute("id");
    this.opened.querySelector(".text")?.replaceChildren(text);
    this.opened.querySelector("[data-do=list]")?.setAttribute("href", address);
    this.opened.hidden = false;
    this.mark(address);
    if (focus) this.opened.focus({ preventScroll: BESIDE.matches });
  }

  private close(back: boolean): void {
    if (!this.opened || this.opened.hidden) return;
    this.opened.hidden = true;
    this.mark("");
    if (back) this.section.querySelector<SVGAElement>('.level:not([hidden]) a.entry[tabindex="0"]')?.focus();
  }

  private mark(address: string): void {
    for (const one of this.section.querySelectorAll("a.entry")) {
      if (one.getAttribute("href") === address) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !this.opened?.hidden) {
      this.close(true);
      return;
    }
    const at = this.entries.indexOf(document.activeElement as unknown as SVGAElement);
    if (at < 0) return;
    const last = this.entries.length - 1;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1 };
    const reached = { ...steps, Home: 0, End: last }[event.key];
    if (reached !== undefined) this.entries[Math.min(Math.max(reached, 0), last)]?.focus();
    else if (event.key === "+" || event.key === "=") this.zoom(1);
    else if (event.key === "-" || event.key === "−") this.zoom(-1);
    else return;
    event.preventDefault();
  }
}

for (const section of document.querySelectorAll<HTMLElement>("section.timeline-drawn")) new Timeline(section);
