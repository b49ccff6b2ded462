// What changes while a control is moved is said aloud once, when the hand rests: a screen reader would read every step.
import { element } from "../../shared/element";

/** Milliseconds of rest after which it is said. */
export const REST_MS = 500;
/** Milliseconds after which it is taken away again: whoever reads the page line by line meets the sentence once. */
const GONE_MS = 4000;

/** A function that says the last of the sentences it was given, half a second after it came; heard, not seen. */
export function announcer(beside: Element): (sentence: string) => void {
  const heard = element("p", { className: "heard", "aria-live": "polite" });
  beside.append(heard);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (sentence) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      heard.textContent = sentence;
      timer = setTimeout(() => heard.replaceChildren(), GONE_MS);
    }, REST_MS);
  };
}
