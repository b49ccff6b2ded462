// A lab over a population, as population.py computes it: shares by bin, the slope through them, and some rows one by one.
import type { Computed, LabScript, Readings, Row, State } from "../types";

const Z_90 = 1.6448536269514722;
const JITTER = 0.6180339887498949;

function wilsonInterval(values: number[]): [number, number, number] {
  const n = values.length;
  if (!n) return [NaN, NaN, NaN];
  const share = sum(values) / n;
  const middle = share + (Z_90 * Z_90) / (2 * n);
  const scale = 1 + (Z_90 * Z_90) / n;
  const half = Z_90 * Math.sqrt(Math.max((share * (1 - share)) / n + (Z_90 * Z_90) / (4 * n * n), 0));
  return [share, (middle - half) / scale, (middle + half) / scale];
}

function sum(values: number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Intercept, slope and the slope's standard error. */
function linearFit(x: number[], y: number[]): [number, number, number] {
  const n = x.length;
  if (n < 3) return [NaN, NaN, NaN];
  const [mx, my] = [sum(x) / n, sum(y) / n];
  let [spread, both] = [0, 0];
  for (let i = 0; i < n; i++) {
    const dx = (x[i] ?? 0) - mx;
    spread += dx * dx;
    both += dx * ((y[i] ?? 0) - my);
  }
  if (spread === 0) return [NaN, NaN, NaN];
  const slope = both / spread;
  let left = 0;
  for (let i = 0; i < n; i++) left += ((y[i] ?? 0) - my - slope * ((x[i] ?? 0) - mx)) ** 2;
  return [my - slope * mx, slope, Math.sqrt(left / (n - 2) / spread)];
}

/** Everything that a lab over a population shows at a state. */
export function computePopulation(lab: LabScript, state: State): Computed {
  const { plan } = lab;
  const { columns, among, dots } = plan.population ?? { columns: {}, among: {}, dots: 0 };
  const { name: along, low, high, steps } = plan.x ?? { name: "", low: 0, high: 1, steps: 1 };
  const outcome = plan.show[0] ?? "";
  const names = Object.keys(columns);
  const size = columns[names[0] ?? ""]?.length ?? 0;
  const wanted = [...new Set([along, outcome, ...Object.values(among).filter((one) => one !== null)])].sort();
  const found: Record<string, number[]> = Object.fromEntries(wanted.map((name) => [name, new Array<number>(size)]));
  const scratch: State = { ...plan.defaults, ...state };
  for (let i = 0; i < size; i++) {
    for (const name of names) scratch[name] = columns[name]?.[i] ?? NaN;
    lab.evaluate(scratch);
    for (const name of wanted) (found[name] as number[])[i] = scratch[name] ?? NaN;
  }
  const [xs, ys] = [found[along] ?? [], found[outcome] ?? []];
  const curve: Row[] = [];
  const point: Row[] = [];
  const readings: Readings = { ...state };
  for (const [group, chosen] of Object.entries(among)) {
    const x: number[] = [];
    const y: number[] = [];
    const bins: number[][] = Array.from({ length: steps }, () => []);
    for (let i = 0; i < size; i++) {
      if (chosen !== null && !((found[chosen]?.[i] ?? 0) > 0.5)) continue;
      const [at, value] = [xs[i] ?? NaN, ys[i] ?? NaN];
      x.push(at);
      y.push(value);
      bins[Math.min(Math.max(Math.floor(((at - low) / (high - low)) * steps), 0), steps - 1)]?.push(value);
    }
    const [start, slope, error] = linearFit(x, y);
    const row = (at: number, values: number[]): Row => {
      const [value, below, above] = wilsonInterval(values);
      const made: Row = { series: group, [along]: at, [outcome]: value };
      return {
        ...made,
        [`${outcome}_low`]: below,
        [`${outcome}_high`]: above,
        count: values.length,
        fit: start + slope * at,
      };
    };
    const here = row(x.length ? sum(x) / x.length : NaN, y);
    point.push(here);
    for (const [i, values] of bins.entries()) curve.push(row(low + (i + 0.5) * ((high - low) / steps), values));
    readings[`${group}.${outcome}`] = here[outcome] as number;
    readings[`${group}.${outcome}.low`] = here[`${outcome}_low`] as number;
    readings[`${group}.${outcome}.high`] = here[`${outcome}_high`] as number;
    readings[`${group}.count`] = y.length;
    readings[`${group}.slope`] = slope;
    readings[`${group}.slope.low`] = slope - Z_90 * error;
    readings[`${group}.slope.high`] = slope + Z_90 * error;
  }
  const people: Row[] = [];
  for (let i = 0; i < Math.min(dots, size); i++) {
    const row: Row = { jitter: ((i + 1) * JITTER) % 1 };
    for (const name of wanted) row[name] = found[name]?.[i] ?? NaN;
    people.push(row);
  }
  return { curve, point, people, readings };
}
