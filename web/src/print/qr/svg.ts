// A QR code as a picture in the page.
import { qrDrawing } from "./drawing";

const SVG = "http://www.w3.org/2000/svg";

/** The picture of a text, described by it; null if the text is too long for a code. */
export function qrPicture(text: string): SVGSVGElement | null {
  const drawing = qrDrawing(text);
  if (!drawing) return null;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${drawing.size} ${drawing.size}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", text);
  picture.setAttribute("shape-rendering", "crispEdges");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", drawing.path);
  picture.append(path);
  return picture;
}
