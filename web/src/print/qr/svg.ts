// A QR code as a picture: one path of squares, with the four squares of quiet around it that readers need.
import { qrCode } from "./symbol";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4;

/** The picture of a text, described by it; null if the text is too long for a code. */
export function qrPicture(text: string): SVGSVGElement | null {
  const squares = qrCode(text);
  if (!squares) return null;
  const size = squares.length + 2 * QUIET;
  const dark = squares.flatMap((row, r) => row.map((on, c) => (on ? `M${c + QUIET} ${r + QUIET}h1v1h-1z` : "")));
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", text);
  picture.setAttribute("shape-rendering", "crispEdges");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", dark.join(""));
  picture.append(path);
  return picture;
}
