// The numbers behind the picture: bars as HTML, and the table that stands in every lab.
import { say } from "../shared/words";
import { formatNumber } from "./evaluate/sentences";
import type { Plan, Row } from "./types";

/** Set the plain bars of a lab without charts. */
export function updateBars(section: HTMLElement, plan: Plan, point: Row[]): void {
  const bars = plan.bars;
  if (!bars) return;
  for (const row of point) {
    const bar = section.querySelector<HTMLElement>(`.bar-row[data-series="${String(row.series)}"]`);
    const [value, low, high] = ["", "_low", "_high"].map((end) => Number(row[`${bars}${end}`])) as [
      number,
      number,
      number,
    ];
    const part = <T extends HTMLElement>(name: string): T | null => bar?.querySelector<T>(name) ?? null;
    part(".fill")?.style.setProperty("width", `${(100 * value).toFixed(2)}%`);
    const between = part(".between");
    between?.style.setProperty("left", `${(100 * low).toFixed(2)}%`);
    between?.style.setProperty("width", `${(100 * (high - low)).toFixed(2)}%`);
    const said = part(".value b");
    if (said) said.textContent = formatNumber(value, "%");
    const range = part(".value .range");
    if (range) range.textContent = say("lab.bar_range", { low: formatNumber(low, "%"), high: formatNumber(high, "%") });
  }
}

/** Write the rows into the lab's table: first those at the setting, then those along the curve. */
export function updateTable(section: HTMLElement, plan: Plan, rows: Row[]): void {
  const body = section.querySelector<HTMLTableSectionElement>("details.numbers tbody");
  rows.forEach((row, i) => {
    const cells = [...(body?.rows[i]?.cells ?? [])].slice(1);
    const texts = plan.x ? [formatNumber(Number(row[plan.x.name]), ".2f")] : [];
    for (const name of plan.show) {
      const [value, low, high] = ["", "_low", "_high"].map((end) => formatNumber(Number(row[`${name}${end}`]), ".3f"));
      texts.push(`${value} (${low}–${high})`);
    }
    texts.forEach((text, column) => {
      const cell = cells[column];
      if (cell && cell.textContent !== text) cell.textContent = text;
    });
  });
}
