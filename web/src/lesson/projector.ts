// The projector view: a step's text, its labs and its questions, each one screen in large type, turned by the arrow
// keys, with the labs as live as ever.
import { element, setEnabled } from "../shared/element";
import { say } from "../shared/say";

const root = document.documentElement;
const FORWARD = ["ArrowRight", "ArrowDown", "PageDown", " "];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp"];
/** What arrow keys, the space bar or page keys work on themselves. */
const OWN_KEYS = "input, select, textarea, button, summary, a, [role='tab'], [role='slider'], [tabindex='0']";

/** What is shown at once: parts of a step. */
interface Screen {
  step: HTMLElement;
  parts: HTMLElement[];
}

interface Projector {
  open(): void;
}

/** The screens of a step: what stands between its sections, and each section by itself. */
function screensOf(step: HTMLElement): Screen[] {
  const screens: Screen[] = [];
  let text: Screen | undefined;
  for (const part of step.children) {
    if (!(part instanceof HTMLElement) || part.matches("h2, .minutes, .teacher, script, template")) continue;
    const alone = part.matches("section");
    if (alone || !text) screens.push({ step, parts: [part] });
    else text.parts.push(part);
    text = alone ? undefined : screens.at(-1);
  }
  return screens;
}

export function startProjector(): Projector {
  const steps = [...document.querySelectorAll<HTMLElement>("section.step")];
  const screens = steps.flatMap(screensOf);
  const place = element("p", { className: "place", role: "status" });
  const before = element("button", { type: "button" }, say("lesson.before"));
  const after = element("button", { type: "button", className: "main" }, say("lesson.after"));
  const leave = element("button", { type: "button", className: "quiet" }, say("lesson.leave"));
  const keys = element("p", { className: "keys" }, say("lesson.keys"));
  const bar = element("nav", { className: "projector-bar" }, place, keys, before, after, leave);
  bar.setAttribute("aria-label", say("lesson.projector"));
  let at = 0;
  let opener: Element | null = null;

  const show = (next: number): void => {
    at = Math.min(Math.max(next, 0), screens.length - 1);
    const shown = screens[at];
    for (const { step, parts } of screens) {
      step.dataset.shown = step === shown?.step ? "yes" : "no";
      for (const part of parts) part.dataset.shown = shown?.parts.includes(part) ? "yes" : "no";
    }
    const minutes = shown?.step.querySelector<HTMLElement>(".minutes")?.dataset.minutes ?? "";
    const n = shown ? steps.indexOf(shown.step) + 1 : 0;
    place.textContent = say("lesson.place", { n, all: steps.length, minutes });
    setEnabled(before, at > 0);
    setEnabled(after, at < screens.length - 1);
    window.scrollTo(0, 0);
    window.dispatchEvent(new Event("resize")); // charts fit themselves to the room they now have
  };

  const close = (): void => {
    delete root.dataset.projector;
    for (const { step, parts } of screens) for (const part of [step, ...parts]) delete part.dataset.shown;
    bar.remove();
    removeEventListener("keydown", onKey);
    window.dispatchEvent(new Event("resize"));
    if (opener instanceof HTMLElement) opener.focus();
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const target = event.target as Element;
    const busy = target.closest(OWN_KEYS) !== null && !bar.contains(target);
    if (event.key === "Escape") {
      if (busy && target instanceof HTMLElement)
        target.blur(); // first out of the control, then out of the view
      else close();
      return;
    }
    // On the bar's own buttons the space bar presses them.
    if (busy || (event.key === " " && bar.contains(target))) return;
    if (!FORWARD.includes(event.key) && !BACK.includes(event.key)) return;
    event.preventDefault();
    show(at + (FORWARD.includes(event.key) ? 1 : -1));
  };

  before.addEventListener("click", () => show(at - 1));
  after.addEventListener("click", () => show(at + 1));
  leave.addEventListener("click", close);

  return {
    open: () => {
      opener = document.activeElement;
      root.dataset.projector = "on";
      document.body.append(bar);
      if (opener instanceof HTMLElement) opener.blur();
      addEventListener("keydown", onKey);
      show(at);
    },
  };
}
