// A named case is glided to: the sliders' numbers go there in a fifth of a second; choices are taken at once.
import type { Plan, State } from "./types";

const GLIDE_MS = 200;

/** Call `draw` with states between the two until the time is up or `stopped` says so; resolves when done. */
export async function glide(
  plan: Plan,
  from: State,
  to: State,
  draw: (state: State) => Promise<void>,
  stopped: () => boolean,
): Promise<void> {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden) return;
  const moved = plan.controls
    .filter((control) => control.kind === "slider")
    .map((control) => control.parameter ?? control.name)
    .filter((name) => from[name] !== to[name]);
  if (!moved.length) return;
  const start = performance.now();
  for (;;) {
    const now = await new Promise<number>((next) => requestAnimationFrame(next));
    const share = (now - start) / GLIDE_MS;
    if (share >= 1 || stopped()) return;
    const eased = 1 - (1 - Math.max(0, share)) ** 3;
    const between = { ...to };
    for (const name of moved) between[name] = (from[name] ?? NaN) + eased * ((to[name] ?? NaN) - (from[name] ?? NaN));
    await draw(between);
  }
}
