// The report's pictures, as SVG that needs no script; each stands beside a table or sentence with the same numbers.
import { el, type Html } from "./html";

const WIDTH = 640;

function svg(height: number, label: string, parts: Html[]): Html {
  const view = { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": label };
  return el("svg", view, parts);
}

const mark = (x: number, y: number, words: string, anchor = "middle", kind = ""): Html =>
  el(`text${kind}`, { x: r(x), y: r(y), "text-anchor": anchor }, words);
const line = (x1: number, y1: number, x2: number, y2: number, kind: string): Html =>
  el(`line.${kind}`, { x1: r(x1), y1: r(y1), x2: r(x2), y2: r(y2) });
const bar = (x: number, y: number, width: number, height: number, kind = "bar"): Html =>
  el(`rect.${kind}`, { x: r(x), y: r(y), width: r(Math.max(0, width)), height: r(Math.max(0, height)) });
const r = (value: number): number => Math.round(value * 10) / 10;

/** Bars side by side with their numbers above: `labels` stand below, one a bar or one a border between bars. */
export function columns(label: string, counts: number[], labels: string[]): Html {
  const [top, bottom] = [22, 190];
  const wide = WIDTH / counts.length;
  const most = Math.max(1, ...counts);
  const parts = counts.flatMap((count, place) => {
    const tall = ((bottom - top) * count) / most;
    const middle = (place + 0.5) * wide;
    return [bar(place * wide + 3, bottom - tall, wide - 6, tall), mark(middle, bottom - tall - 6, String(count))];
  });
  const between = labels.length > counts.length;
  const names = labels.map((name, place) => {
    const x = between ? place * wide : (place + 0.5) * wide;
    const anchor = !between ? "middle" : place === 0 ? "start" : place === labels.length - 1 ? "end" : "middle";
    return mark(x, bottom + 18, name, anchor);
  });
  return svg(214, label, [...parts, line(0, bottom, WIDTH, bottom, "axis"), ...names]);
}

/** One row a choice: its words, a bar, its number; the model's answer is filled and bears `tag`, the others are hollow. */
export function choices(label: string, rows: { words: string; count: number; model: boolean }[], tag: string): Html {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const parts = rows.flatMap(({ words, count, model }, place) => {
    const y = 6 + place * 44;
    const width = ((WIDTH - 60) * count) / most;
    const named = model ? `${short(words, 62)} · ${tag}` : short(words, 76);
    return [
      mark(0, y + 12, named, "start", model ? ".model" : ""),
      bar(0, y + 18, width, 16, model ? "bar" : "hollow"),
      mark(width + 8, y + 31, String(count), "start"),
    ];
  });
  return svg(rows.length * 44 + 8, label, parts);
}

const short = (words: string, most: number): string => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

/** Guesses as dots over one axis, piled where they are many, and the model's answer as a line that bears `tag`. */
export function guesses(label: string, values: number[], answer: number, tag: string): Html {
  const all = [...values, answer];
  let [low, high] = [Math.min(...all), Math.max(...all)];
  if (high - low < 1e-12) [low, high] = [low - 1, high + 1];
  const place = (value: number): number => 24 + ((WIDTH - 48) * (value - low)) / (high - low);
  const bins = 60;
  const piles = new Map<number, number>();
  for (const value of values) {
    const bin = Math.round(((value - low) / (high - low)) * bins);
    piles.set(bin, (piles.get(bin) ?? 0) + 1);
  }
  const tallest = Math.max(1, ...piles.values());
  const [top, bottom] = [34, 174];
  const step = Math.min(10, (bottom - top - 8) / tallest);
  const dots = [...piles].flatMap(([bin, count]) => {
    const x = 24 + ((WIDTH - 48) * bin) / bins;
    if (step < 4) return [bar(x - 4, bottom - 4 - step * count, 8, step * count, "hollow")];
    return Array.from({ length: count }, (_, n) =>
      el("circle.dot", { cx: r(x), cy: r(bottom - 6 - n * step), r: r(Math.min(4.5, step / 2)) }),
    );
  });
  const x = place(answer);
  const side = x < 140 ? "start" : x > WIDTH - 140 ? "end" : "middle";
  return svg(204, label, [
    line(x, top - 8, x, bottom, "answer"),
    ...dots,
    line(0, bottom, WIDTH, bottom, "axis"),
    mark(side === "start" ? x - 4 : side === "end" ? x + 4 : x, 16, tag, side, ".model"),
    mark(24, bottom + 20, number(low), "start"),
    mark(WIDTH - 24, bottom + 20, number(high), "end"),
  ]);
}

/** A number for people, to three or four digits. */
export function number(value: number): string {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: Math.abs(value) >= 1000 ? 6 : 4 }).format(value);
}
