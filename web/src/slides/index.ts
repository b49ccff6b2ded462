// A deck: reveal.js turns the slides, this course's own sheets dress them, and labs are as live as on their page.
// The slide that is shown stands in the address as #slide-3; a link into a lab, #lab-ID?name=value, opens its slide.
import Reveal from "reveal.js";
import sentences from "../../../src/coursekit/words/en/slides.json";
import { addSentences, say } from "../shared/say";
import { liftLabs, showLabs } from "./labs";
import { SpeakerWindow } from "./speaker";

addSentences(sentences);

/** What arrow keys, the space bar or letters work on themselves. */
const OWN_KEYS = "input, select, textarea, button, summary, a, [role='tab'], [role='slider'], [contenteditable]";
const LETTER_S = 83;
/** Letters and marks that reveal.js would act upon besides: nobody is told of them, and speech input types letters. */
const UNTOLD_KEYS = [..."AGHJKLNOPV"].map((letter) => letter.charCodeAt(0)).concat(58, 59, 191);

/** The place of the slide that an address names: by its own number, or by a lab that stands on it. */
function slideOf(hash: string, slides: HTMLElement[], labs: Map<HTMLElement, HTMLElement>): number {
  const name = hash.slice(1).split("?", 1)[0] ?? "";
  if (!name) return -1;
  const place = slides.findIndex((slide) => slide.id === name);
  if (place >= 0) return place;
  return slides.findIndex((slide) => labs.get(slide)?.querySelector(`#${CSS.escape(name)}`));
}

/** Keys that an element on the slide works on itself are left to it. */
function isFree(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  const own = target.closest(OWN_KEYS);
  return !own || (own.closest(".deck-bar") !== null && event.key !== " " && event.key !== "Enter");
}

async function startDeck(main: HTMLElement, bar: HTMLElement): Promise<void> {
  const slides = [...main.querySelectorAll<HTMLElement>(".slides > .slide")];
  const labs = liftLabs(main, slides);
  const deck = new Reveal(main, {
    embedded: true, // in the room that the page gives it: the bar stays below
    disableLayout: true, // nothing is scaled: a lab's controls and pictures are as large as they say
    hash: false,
    history: false,
    respondToHashChanges: false, // the hash is the labs' as well
    controls: false,
    progress: false,
    overview: false,
    help: false,
    jumpToSlide: false,
    postMessage: false,
    transition: "none",
    navigationMode: "linear",
    scrollActivationWidth: 0,
    keyboard: Object.fromEntries(UNTOLD_KEYS.map((code) => [code, () => undefined])),
    keyboardCondition: isFree,
  });
  const button = (name: string) => bar.querySelector<HTMLButtonElement>(`[data-do="${name}"]`);
  const place = bar.querySelector<HTMLElement>(".place");
  const note = document.querySelector<HTMLElement>(".deck-note");
  const shown = (): number => deck.getIndices().h;
  const turn = (by: number): void => deck.slide(Math.min(Math.max(shown() + by, 0), slides.length - 1));
  const speaker = new SpeakerWindow(slides, turn);

  const openNotes = (): void => {
    const open = speaker.open(shown());
    if (note) note.textContent = open ? "" : say("slides.blocked");
  };
  const tellPlace = (): void => {
    const at = shown();
    if (place) place.textContent = say("slides.at", { n: at + 1, all: slides.length });
    const [back, next] = [button("back"), button("next")];
    if (back) back.disabled = at === 0;
    if (next) next.disabled = at === slides.length - 1;
    slides[at]?.scrollTo(0, 0);
    showLabs(main, labs, slides[at]);
    speaker.show(at);
    if (slideOf(location.hash, slides, labs) !== at) history.replaceState(null, "", `#slide-${at + 1}`);
  };
  const follow = (): void => {
    const at = slideOf(location.hash, slides, labs);
    if (at >= 0) deck.slide(at);
  };

  await deck.initialize();
  main.setAttribute("role", "main"); // reveal.js calls it an application, in which no screen reader reads on by itself
  deck.addKeyBinding({ keyCode: LETTER_S, key: "S", description: say("slides.notes") }, openNotes);
  follow();
  tellPlace();
  deck.on("slidechanged", tellPlace);
  // Before the lab's own listener, so that its slide is there when it scrolls to itself.
  addEventListener("hashchange", follow, { capture: true });
  button("back")?.addEventListener("click", () => turn(-1));
  button("next")?.addEventListener("click", () => turn(1));
  button("notes")?.addEventListener("click", openNotes);
  for (const one of bar.querySelectorAll<HTMLButtonElement>('[data-do="notes"]')) one.disabled = false;
  document.body.dataset.state = "ready";
}

const main = document.querySelector<HTMLElement>("main.reveal");
const bar = document.querySelector<HTMLElement>(".deck-bar");
if (main && bar) void startDeck(main, bar);
