// A finger that scrolls the page over a slider moves nothing. Browsers set a slider as soon as it is touched, before it
// is known whether the finger scrolls; here the slider waits for that: a move sideways drags, a tap sets, all else scrolls.

const SLOP = 8; // px that a finger moves before it is clear where it goes
const SETTLED_MS = 300; // after a touch, browsers may still send its `change`
const HORIZONTAL_HANDLES = ".noUi-target.noUi-horizontal"; // the sliders of ipywidgets

interface Touch {
  id: number;
  x: number;
  y: number;
  /** What the finger does, once that is known. */
  does: "unknown" | "drags" | "scrolls" | "ended";
}

interface RangeTouch extends Touch {
  input: HTMLInputElement;
  /** The value before the touch. */
  before: string;
  /** The value that the browser gave it, and that a tap means. */
  wanted: string;
}

/** Decide what a finger does that has come to (x, y); returns whether it has just begun to drag. */
function beginsDrag(touch: Touch, x: number, y: number): boolean {
  if (touch.does !== "unknown") return false;
  const [across, down] = [Math.abs(x - touch.x), Math.abs(y - touch.y)];
  if (Math.max(across, down) >= SLOP) touch.does = across > down ? "drags" : "scrolls";
  return across >= SLOP && across > down;
}

/** The browser's own sliders. */
function guardRanges(): void {
  let touch: RangeTouch | undefined;
  const tell = ({ input }: RangeTouch, ...names: string[]): void => {
    for (const name of names) input.dispatchEvent(new Event(name, { bubbles: true }));
  };
  window.addEventListener(
    "pointerdown",
    (event) => {
      const input = event.target as HTMLInputElement;
      touch = undefined;
      if (event.pointerType !== "touch" || !(input instanceof HTMLInputElement) || input.type !== "range") return;
      const { pointerId: id, clientX: x, clientY: y } = event;
      touch = { id, x, y, does: "unknown", input, before: input.value, wanted: input.value };
    },
    true,
  );
  window.addEventListener(
    "pointermove",
    (event) => {
      if (touch && event.pointerId === touch.id) beginsDrag(touch, event.clientX, event.clientY);
    },
    true,
  );
  const end = (event: PointerEvent): void => {
    if (!touch || event.pointerId !== touch.id) return;
    const ended = touch;
    if (ended.does === "drags") {
      touch = undefined;
      return;
    }
    const tapped = ended.does === "unknown" && event.type === "pointerup";
    ended.does = "ended";
    ended.input.value = ended.before = tapped ? ended.wanted : ended.before;
    if (tapped) tell(ended, "input", "change");
    setTimeout(() => {
      if (touch === ended) touch = undefined;
    }, SETTLED_MS);
  };
  window.addEventListener("pointerup", end, true);
  window.addEventListener("pointercancel", end, true);
  for (const name of ["input", "change"]) {
    window.addEventListener(
      name,
      (event) => {
        if (!event.isTrusted || !touch || event.target !== touch.input || touch.does === "drags") return;
        event.stopImmediatePropagation();
        if (touch.does === "unknown") touch.wanted = touch.input.value;
        touch.input.value = touch.before;
      },
      true,
    );
  }
}

/** The sliders of ipywidgets: they hear of a touch once it is no scrolling. */
function guardHandles(): void {
  let touch: (Touch & { target: Element; event: TouchEvent }) | undefined;
  const pass = (): void => {
    if (!touch) return;
    const { target, event } = touch;
    const { touches, targetTouches, changedTouches } = event;
    const init = { touches: [...touches], targetTouches: [...targetTouches], changedTouches: [...changedTouches] };
    target.dispatchEvent(new TouchEvent("touchstart", { ...init, bubbles: true, cancelable: true }));
  };
  window.addEventListener(
    "touchstart",
    (event) => {
      const [target, first] = [event.target as Element, event.changedTouches[0]];
      if (!event.isTrusted || !first || !target.closest?.(HORIZONTAL_HANDLES)) return;
      event.stopImmediatePropagation();
      touch = { id: first.identifier, x: first.clientX, y: first.clientY, does: "unknown", target, event };
    },
    { capture: true, passive: true },
  );
  window.addEventListener(
    "touchmove",
    (event) => {
      const moved = [...event.changedTouches].find(({ identifier }) => identifier === touch?.id);
      if (touch && moved && beginsDrag(touch, moved.clientX, moved.clientY)) pass();
    },
    { capture: true, passive: true },
  );
  window.addEventListener(
    "touchend",
    () => {
      if (touch?.does === "unknown") pass();
      touch = undefined;
    },
    { capture: true, passive: true },
  );
  window.addEventListener("touchcancel", () => (touch = undefined), { capture: true, passive: true });
}

/** Guard every slider of the page, those that come later too. */
export function guardSliders(): void {
  guardRanges();
  guardHandles();
}
