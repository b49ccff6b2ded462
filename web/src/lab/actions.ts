// What a reader takes away from a lab: its link, its code, its picture, its numbers.
import { saveFile } from "../shared/save_file";
import { type ControlValues, changedControls } from "./controls/state";
import type { Plan, Row } from "./types";

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

/** What the page says around a chart as text, which a file of the chart alone would lack: above it and below it. */
function chartWords(chart: Element): { above: string[]; below: string } {
  const box = chart.closest<HTMLElement>(".chart");
  const measure = box?.previousElementSibling?.matches(".measure:not(.along)") ? box.previousElementSibling : null;
  const view = chart.closest(".view");
  const finding = view?.querySelector(".chart") === box ? view?.querySelector(".finding") : null;
  const above = [finding, measure].map((one) => one?.textContent?.trim() ?? "").filter(Boolean);
  return { above, below: box?.dataset.along ?? "" };
}

/** A text in lines of about `most` letters. */
function lines(text: string, most: number): string[] {
  const made: string[] = [""];
  for (const word of text.split(/\s+/)) {
    const last = made[made.length - 1] ?? "";
    if (last && last.length + word.length >= most) made.push(word);
    else made[made.length - 1] = last ? `${last} ${word}` : word;
  }
  return made;
}

const SVG = "http://www.w3.org/2000/svg";
const LINE = 18; // from one line of words to the next

function words(text: string, x: number, y: number, bold = false): SVGTextElement {
  const made = document.createElementNS(SVG, "text");
  const style = { x, y, fill: "var(--ink)", "font-family": "sans-serif", "font-size": 13 };
  for (const [name, value] of Object.entries(style)) made.setAttribute(name, String(value));
  if (bold) made.setAttribute("font-weight", "600");
  made.textContent = text;
  return made;
}

/** The charts below each other as one SVG that needs no style sheet: colours, titles and axes' names are written out. */
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
  const written = new XMLSerializer();
  const parts = charts.flatMap((chart, i) => {
    const { above, below } = chartWords(chart);
    const texts: SVGTextElement[] = [];
    const write = (text: string, bold: boolean): void => {
      for (const line of lines(text, width / 7)) {
        top += LINE;
        texts.push(words(line, 4, top, bold));
      }
    };
    for (const [place, text] of above.entries()) write(text, place === 0 && above.length > 1);
    const copied = chart.cloneNode(true) as SVGSVGElement;
    copied.setAttribute("y", String(top + 6));
    top += Math.ceil(sizes[i]?.height ?? 0) + 12;
    if (below) write(below, false);
    top += 12;
    return [copied, ...texts].map((one) => written.serializeToString(one));
  });
  const title = document.createElementNS(SVG, "title");
  title.textContent = [...section.querySelectorAll(".q, .finding")].map((one) => one.textContent?.trim()).join(" ");
  const named = written.serializeToString(title);
  const text = `<svg xmlns="${SVG}" role="img" width="${width}" height="${top}">${named}${parts.join("")}</svg>`;
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
