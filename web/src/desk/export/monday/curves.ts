// The class's drawn curves beside the model's: the band in which the middle half of them lies, never a single hand.

import { quantile } from "../../../lab/evaluate/rows";
import { say } from "../../../shared/words";
import { number } from "../report/charts";
import { el, type Html } from "../report/html";

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [760, 320, 60, 12, 20, 40];

/** The picture; all curves have as many points as the model's. */
export function curvesPicture(label: string, curves: number[][], model: number[]): Html {
  const columns = model.map((_, point) => Float64Array.from(curves, (curve) => curve[point] ?? NaN).sort());
  const at = (share: number): number[] => columns.map((sorted) => quantile(sorted, share));
  const [low, middle, high] = [at(0.25), at(0.5), at(0.75)];
  const all = [...low, ...high, ...model];
  const [least, most] = [Math.min(0, ...all), Math.max(...all)];
  const x = (point: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * point) / Math.max(1, model.length - 1);
  const y = (value: number): number =>
    HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * (value - least)) / (most - least || 1);
  const points = (values: number[]): string[] => values.map((value, n) => `${x(n).toFixed(1)} ${y(value).toFixed(1)}`);
  const line = (values: number[]): string => `M${points(values).join("L")}`;
  const band = `M${[...points(low), ...points(high).reverse()].join("L")}Z`;
  const [left, base] = [LEFT, HEIGHT - BOTTOM];
  return el("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label }, [
    el("path.band", { d: band }),
    el("path.middle", { d: line(middle) }),
    el("path.model", { d: line(model) }),
    el("path.axis", { d: `M${left} ${TOP}V${base}H${WIDTH - RIGHT}`, fill: "none" }),
    el("text", { x: left - 8, y: y(most) + 5, "text-anchor": "end" }, number(most)),
    el("text", { x: left - 8, y: y(least) + 5, "text-anchor": "end" }, number(least)),
    el("text", { x: left, y: HEIGHT - 10 }, say("monday.legend")),
  ]);
}
