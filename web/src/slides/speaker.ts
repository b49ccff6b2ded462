// The speaker's window: the notes of the slide that is shown, what comes next, and the time. It is made here and not
// by reveal.js's own plugin, which writes a script into the new window: the pages' policy lets none of that run.
import { button, element } from "../shared/element";
import { say } from "../shared/say";

const SECOND = 1000;
const FORWARD = ["ArrowRight", "ArrowDown", "PageDown", " "];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp"];

/** Minutes and seconds. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What a slide is called: its heading, or else its title. */
const nameOf = (slide: HTMLElement | undefined): string =>
  slide?.querySelector(".kicker, .title")?.textContent?.trim() ?? "";

export class SpeakerWindow {
  private other: Window | null = null;
  private since = Date.now();

  constructor(
    private readonly slides: HTMLElement[],
    private readonly turn: (by: number) => void,
  ) {
    addEventListener("pagehide", () => this.other?.close());
    document.addEventListener("coursekit:theme", () => this.paint());
  }

  /** Open the window, or bring it to the front; whether there is one. */
  open(at: number): boolean {
    if (!this.other || this.other.closed) {
      this.other = window.open("", "", "popup,width=860,height=720");
      if (!this.other) return false;
      this.since = Date.now();
      this.build(this.other.document);
    }
    this.show(at);
    this.other.focus();
    return true;
  }

  /** Show the notes of a slide, where the window is open. */
  show(at: number): void {
    if (!this.other || this.other.closed) return;
    const page = this.other.document;
    const slide = this.slides[at];
    const next = this.slides[at + 1];
    const write = (name: string, text: string): void => page.querySelector(name)?.replaceChildren(text);
    write(".at", say("slides.at", { n: at + 1, all: this.slides.length }));
    write("h1", nameOf(slide));
    write(".then", next ? say("slides.then", { title: nameOf(next) }) : say("slides.last"));
    const notes = [...(slide?.querySelector(".notes")?.children ?? [])];
    const none = page.createElement("p");
    none.textContent = say("slides.no-notes");
    const place = page.querySelector(".notes");
    place?.replaceChildren(...(notes.length ? notes.map((one) => page.importNode(one, true)) : [none]));
    for (const link of place?.querySelectorAll("a") ?? []) link.replaceWith(...link.childNodes); // nothing leads away
    place?.scrollTo(0, 0);
  }

  private paint(): void {
    if (this.other && !this.other.closed)
      this.other.document.documentElement.dataset.theme = document.documentElement.dataset.theme ?? "light";
  }

  private build(page: Document): void {
    const sheet = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]');
    page.title = `${say("slides.notes")}: ${document.title}`;
    page.documentElement.lang = document.documentElement.lang;
    page.documentElement.classList.add("js");
    if (sheet) page.head.append(element("link", { rel: "stylesheet", href: sheet.href }));
    const clock = element("span", { className: "clock" }, clockText(0));
    clock.setAttribute("role", "timer");
    clock.setAttribute("aria-label", say("slides.clock"));
    const restart = (): void => {
      this.since = Date.now();
      clock.textContent = clockText(0);
    };
    const bar = element(
      "header",
      {},
      element("span", { className: "at" }),
      clock,
      button(say("slides.restart"), restart),
      button(say("slides.back"), () => this.turn(-1)),
      button(say("slides.next"), () => this.turn(1), "main"),
    );
    const notes = element("div", { className: "notes", tabIndex: 0 });
    notes.setAttribute("role", "region");
    notes.setAttribute("aria-label", say("slides.notes"));
    const text = element("main", {}, element("h1"), notes, element("p", { className: "then" }));
    page.body.className = "speaker";
    page.body.replaceChildren(bar, text);
    page.addEventListener("keydown", (event) => {
      const by = FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
      const own = event.key === " " && (event.target as Element).closest("button");
      // In the notes, the keys that scroll them do that.
      const scrolls = /^(Arrow(Up|Down)|Page| )/.test(event.key) && (event.target as Element).closest(".notes");
      if (!by || own || scrolls) return;
      event.preventDefault();
      this.turn(by);
    });
    this.other?.setInterval(() => clock.replaceChildren(clockText(Date.now() - this.since)), SECOND);
    this.paint();
  }
}
