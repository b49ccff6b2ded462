// What a reader takes away from a lab: its link, its code, its picture, its numbers.
import { saveFile } from "../shared/save_file";
import { type ControlValues, changedControls } from "./controls/state";
import type { Plan, Row } from "./types";

/** Copy text; resolves to whether the browser let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Python that gives the same charts in a notebook. */
export function asPython(plan: Plan, keys: ControlValues): string {
  const given = changedControls(plan, keys).map(
    (one) => `${one.parameter ?? one.name}=${one.kind === "choice" ? JSON.stringify(keys[one.name]) : keys[one.name]}`,
  );
  return `from ${plan.package} import lab\n\nlab(${JSON.stringify(plan.id)}).figure(${given.join(", ")})\n`;
}

/** The rows as a CSV file, as many digits as there are. */
export function saveCsv(plan: Plan, rows: Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => columns.map((column) => cell(String(row[column] ?? ""))).join(","));
  saveFile(
    `${plan.id}.csv`,
    new Blob([[columns.map(cell).join(","), ...lines].join("\n"), "\n"], { type: "text/csv" }),
  );
}

/** The charts below each other as one SVG that needs no style sheet: colours are written out. */
export function chartsAsSvg(section: HTMLElement): { svg: string; width: number; height: number } | null {
  const charts = [...section.querySelectorAll<SVGSVGElement>("figure .chart svg:not(.trace)")];
  if (!charts.length) return null;
  const style = getComputedStyle(section);
  const sizes = charts.map((chart) => {
    // One under another tab has no box; it has been drawn as large as it says.
    const { width, height } = chart.getBoundingClientRect();
    return width ? { width, height } : { width: chart.width.baseVal.value, height: chart.height.baseVal.value };
  });
  const width = Math.ceil(Math.max(...sizes.map((size) => size.width)));
  let top = 0;
  const parts = charts.map((chart, i) => {
    const copied = chart.cloneNode(true) as SVGSVGElement;
    copied.setAttribute("y", String(top));
    top += Math.ceil(sizes[i]?.height ?? 0) + 12;
    return new XMLSerializer().serializeToString(copied);
  });
  const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
  title.textContent = [...section.querySelectorAll(".q, .finding")].map((one) => one.textContent?.trim()).join(" ");
  const named = new XMLSerializer().serializeToString(title);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${top}">${named}${parts.join("")}</svg>`;
  const svg = text.replace(
    /var\((--[\w-]+)(?:,[^()]*)?\)/g,
    (_, name: string) => style.getPropertyValue(name).trim() || "#000",
  );
  return { svg, width, height: top };
}

/** Save the picture as SVG, or as PNG at twice the size. Resolves to whether there was one. */
export async function savePicture(section: HTMLElement, plan: Plan, kind: "svg" | "png"): Promise<boolean> {
  const made = chartsAsSvg(section);
  if (!made) return false;
  const svg = new Blob([made.svg], { type: "image/svg+xml" });
  if (kind === "svg") {
    saveFile(`${plan.id}.svg`, svg);
    return true;
  }
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(made.svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: 2 * made.width, height: 2 * made.height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (png) saveFile(`${plan.id}.png`, png);
  return png !== null;
}

/** Show the lab alone on the whole screen, and back. Resolves to whether the browser let us. */
export async function fullScreen(section: HTMLElement): Promise<boolean> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await section.requestFullscreen(); // a phone's browser may have no such thing, a frame no leave to
    return true;
  } catch {
    return false;
  }
}
