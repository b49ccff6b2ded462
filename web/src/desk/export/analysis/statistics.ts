// Statistics of marks. Each says undefined where too little is known to say anything.

export const mean = (values: number[]): number | undefined =>
  values.length ? values.reduce((sum, one) => sum + one, 0) / values.length : undefined;

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return mean(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1));
}

/**
 * Pearson's correlation of two columns, from −1 to 1: undefined with fewer than three rows, or if either column is the same
 * throughout. With one column of noughts and ones it is the point-biserial correlation.
 */
export function correlation(x: number[], y: number[]): number | undefined {
  const n = x.length;
  const [mx, my] = [mean(x), mean(y)];
  if (n < 3 || n !== y.length || mx === undefined || my === undefined) return undefined;
  let [xx, yy, xy] = [0, 0, 0];
  x.forEach((value, place) => {
    const [dx, dy] = [value - mx, (y[place] ?? 0) - my];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  });
  // What rounding leaves of a constant column is no spread.
  const nothing = (sum: number, centre: number): boolean => sum <= n * (1e-12 * Math.max(1, Math.abs(centre))) ** 2;
  if (nothing(xx, mx) || nothing(yy, my)) return undefined;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

export interface ItemStatistics {
  /** Hand-ins that had something for the item. */
  n: number;
  blank: number;
  /** Mean share among those n, from 0 (nobody) to 1 (everybody): the higher, the easier. */
  difficulty: number | undefined;
  /** Correlation, among those n, of the item's share with the share of points on all other items. */
  discrimination: number | undefined;
}

/** One column of `shares` an item, one row a person: the share of the points, or undefined where nothing was handed in. */
export function itemStatistics(shares: (number | undefined)[][], points: number[]): ItemStatistics[] {
  return points.map((_, item) => {
    const own: number[] = [];
    const rest: number[] = [];
    for (const row of shares) {
      const share = row[item];
      if (share === undefined) continue;
      own.push(share);
      // What was not handed in earned nothing.
      rest.push(
        row.reduce<number>((sum, one, place) => sum + (place === item ? 0 : (one ?? 0) * (points[place] ?? 0)), 0),
      );
    }
    const several = points.length > 1;
    return {
      n: own.length,
      blank: shares.length - own.length,
      difficulty: mean(own),
      discrimination: several ? correlation(own, rest) : undefined,
    };
  });
}

/** How many values lie in each of `bins` equal parts of 0 to 100; 100 itself lies in the last. */
export function histogram(percents: number[], bins: number): number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const percent of percents) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((percent / 100) * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** How often each key occurs, the most frequent first, equal ones in alphabetical order. */
export function counted(keys: string[]): [string, number][] {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return [...found].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
