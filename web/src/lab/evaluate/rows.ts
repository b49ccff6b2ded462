// A lab's rows over x × series × draws, as rows.py makes them: value at the state, and the interval of the draws.
import type { Computed, Draws, LabScript, Readings, Row, State } from "../types";

/** The quantile of sorted numbers, interpolated linearly as NumPy does; NaN if any number is. */
export function quantile(sorted: Float64Array, share: number): number {
  const last = sorted.length - 1;
  if (Number.isNaN(sorted[last])) return NaN; // a typed array sorts NaN to its end
  const place = share * last;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, last)] ?? NaN;
  return low === high ? low : low + (high - low) * (place - below);
}

/** Everything that a lab shows at a state. */
export function computeRows(lab: LabScript, state: State, draws: Draws): Computed {
  const { plan } = lab;
  const curve: Row[] = [];
  const point: Row[] = [];
  const readings: Readings = { ...state };
  const first = plan.show[0] ?? "";
  const spread: Record<string, Float64Array> = {};
  // Filled anew for every row: thousands of small arrays a frame would keep the collector busy.
  const room = new Map<number, Float64Array[]>();
  const arrays = (count: number): Float64Array[] => {
    const known = room.get(count) ?? plan.show.map(() => new Float64Array(count));
    room.set(count, known);
    return known;
  };

  for (const [series, overrides] of Object.entries(plan.compare)) {
    const given: State = { ...plan.defaults, ...state, ...overrides };

    const row = (x: number | null, count: number): Row => {
      if (plan.x && x !== null) given[plan.x.name] = x;
      const curved = x !== null && count === plan.curve_draws;
      const own = ((curved && lab.along) || lab.evaluate)({ ...given });
      const made: Row = plan.x && x !== null ? { series, [plan.x.name]: x } : { series };
      const samples = arrays(count);
      (curved ? lab.sample_along : lab.sample)[series]?.(own, draws, samples, count);
      plan.show.forEach((name, i) => {
        const sample = samples[i] as Float64Array;
        if (name === first && count === plan.point_draws) spread[series] = sample.slice();
        sample.sort();
        made[name] = own[name] ?? NaN;
        made[`${name}_low`] = quantile(sample, plan.interval[0]);
        made[`${name}_high`] = quantile(sample, plan.interval[1]);
      });
      return made;
    };

    const here = row(plan.x ? (given[plan.x.name] ?? NaN) : null, plan.point_draws);
    point.push(here);
    for (const name of plan.show) {
      readings[`${series}.${name}`] = here[name] as number;
      readings[`${series}.${name}.low`] = here[`${name}_low`] as number;
      readings[`${series}.${name}.high`] = here[`${name}_high`] as number;
    }
    if (plan.forms?.length) {
      const asUsual = Object.fromEntries(plan.forms.map((name) => [name, 0]));
      readings[`usual.${series}.${first}`] = lab.evaluate({ ...plan.defaults, ...state, ...overrides, ...asUsual })[
        first
      ] as number;
    }
    if (plan.x) {
      const { low, high, steps } = plan.x;
      for (let i = 0; i < steps; i++) {
        curve.push(row(i === steps - 1 ? high : low + i * ((high - low) / (steps - 1)), plan.curve_draws));
      }
    }
  }
  const [leader, other] = (plan.compared ?? []).map((name) => spread[name]);
  if (leader && other) {
    let ahead = 0;
    for (let i = 0; i < leader.length; i++) if ((leader[i] ?? NaN) > (other[i] ?? NaN)) ahead++;
    readings.ahead = ahead / leader.length;
  }
  return { curve, point, people: [], readings };
}
