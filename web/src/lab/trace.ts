// What stood there before a move: a faint copy of a chart's lines and dots behind the new ones.

const LEFT_OUT = ".role-axis, .role-title, .mark-area, .mark-text, .mark-rule, .background, .foreground";

/** Put a faint copy of what the chart shows now behind it, in place of the copy before. */
export function leaveTrace(chart: HTMLElement): void {
  chart.querySelector(":scope > .trace")?.remove();
  const drawn = chart.querySelector<SVGSVGElement>("svg");
  if (!drawn) return;
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  for (const part of copy.querySelectorAll("[id], [clip-path]")) {
    part.removeAttribute("id");
    part.removeAttribute("clip-path");
  }
  copy.setAttribute("class", "trace");
  copy.setAttribute("aria-hidden", "true");
  chart.append(copy);
}
