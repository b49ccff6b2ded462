// A curve that is drawn before the lab answers: by finger or mouse over the picture, or with a slider for each point.
import { say } from "../shared/words";
import { comparePoints, drawBetween, parseCurve, plain } from "./curve_score";
import { joinUnit, unitOf } from "./score";

export interface Drawing {
  /** The values as they are kept. */
  read: () => string;
  /** How many points nobody has set. */
  untouched: () => number;
  /** Show a curve that was kept, and let it be drawn no more. */
  settle: (kept: string | null) => void;
}

const withUnit = (section: HTMLElement, value: string): string => joinUnit(value, unitOf(section, value));

/** The sliders of a curve's points, left to right. */
const pointsOf = (section: HTMLElement): HTMLInputElement[] => [
  ...section.querySelectorAll<HTMLInputElement>(".drawing input[name=guess]"),
];

/** Let the section's curve be drawn. */
export function wakeDrawing(section: HTMLElement): Drawing {
  const plot = section.querySelector<HTMLFieldSetElement>(".drawing");
  const mine = section.querySelector(".drawing .mine");
  const told = section.querySelector(".told");
  const points = pointsOf(section);
  const touched = new Set<HTMLInputElement>();
  const share = (point: HTMLInputElement): number =>
    (Number(point.value) - Number(point.min)) / (Number(point.max) - Number(point.min));

  const draw = (): void => {
    points.forEach((point) => {
      point.parentElement?.style.setProperty("--up", `${(100 * share(point)).toFixed(2)}%`);
      point.parentElement?.classList.toggle("set", touched.has(point));
      point.setAttribute("aria-valuetext", withUnit(section, point.value));
    });
    const at = points.map((point, i) => `${(100 * i) / (points.length - 1)},${100 * (1 - share(point))}`);
    mine?.setAttribute("points", touched.size || section.dataset.state === "guessed" ? at.join(" ") : "");
  };
  const tell = (point: HTMLInputElement): void => {
    if (told)
      told.textContent = say("prediction.told", { at: point.ariaLabel ?? "", value: withUnit(section, point.value) });
  };
  plot?.addEventListener("input", (event) => {
    touched.add(event.target as HTMLInputElement);
    tell(event.target as HTMLInputElement);
    draw();
  });
  plot?.addEventListener("focusin", (event) => tell(event.target as HTMLInputElement));

  let last: number | null = null;
  const follow = (event: PointerEvent): void => {
    if (!plot || last === null || plot.disabled) return;
    const box = plot.getBoundingClientRect();
    const place = Math.round(((event.clientX - box.left) / box.width) * (points.length - 1));
    const to = Math.min(Math.max(place, 0), points.length - 1);
    const first = points[0];
    const [low, high] = [Number(first?.min), Number(first?.max)];
    const up = Math.min(Math.max(1 - (event.clientY - box.top) / box.height, 0), 1);
    const values = points.map((point) => Number(point.value));
    for (const i of drawBetween(values, last < 0 ? to : last, to, low + up * (high - low))) {
      const point = points[i];
      if (!point) continue;
      point.value = String(values[i]); // the browser rounds it to the slider's step
      point.dispatchEvent(new Event("input", { bubbles: true }));
    }
    last = to;
  };
  plot?.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || plot.disabled) return;
    event.preventDefault(); // no selection of what lies below
    plot.setPointerCapture(event.pointerId);
    last = -1;
    follow(event);
  });
  plot?.addEventListener("pointermove", follow);
  for (const end of ["pointerup", "pointercancel"])
    plot?.addEventListener(end, () => {
      last = null;
    });
  draw();
  return {
    read: () => points.map((point) => plain(Number(point.value))).join(" "),
    untouched: () => points.length - touched.size,
    settle: (kept) => {
      parseCurve(kept ?? "").forEach((value, i) => {
        const point = points[i];
        if (point) point.value = String(value);
      });
      if (plot) plot.disabled = true;
      if (told) told.textContent = "";
      draw();
    },
  };
}

/** Where a drawn curve and the model's part, in sentences. */
export function partingSentences(section: HTMLElement, guess: string): string[] {
  const { answer = "", lows = "", highs = "" } = section.dataset;
  const [drawn, model, low, high] = [guess, answer, lows, highs].map(parseCurve) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const points = pointsOf(section);
  if (drawn.length !== model.length) return [];
  const half = Number(points[0]?.step) / 2;
  const { place, most, held } = comparePoints(drawn, model, low, high, half);
  const values = (...numbers: (number | undefined)[]): string[] =>
    numbers.map((value) => withUnit(section, plain(value ?? NaN)));
  if (most <= half) return [say("prediction.same_curve")];
  const [yours = "", says = "", from = "", to = ""] = values(drawn[place], model[place], low[place], high[place]);
  const at = points[place]?.ariaLabel ?? "";
  const wide = Number(high[place]) - Number(low[place]) > 0.05;
  return [
    say("prediction.part", { at, yours, model: says }),
    ...(wide ? [say("prediction.part_band", { low: from, high: to })] : []),
    ...(lows !== highs ? [say("prediction.in_band", { n: held, of: drawn.length })] : []),
  ];
}
