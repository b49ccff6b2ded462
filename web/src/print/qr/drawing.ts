// A QR code as one path of squares, with the four squares of quiet around it that readers need.
import { qrCode } from "./symbol";

const QUIET = 4;

/** Side and path of a text's code, in squares; null if the text is too long for one. */
export function qrDrawing(text: string): { size: number; path: string } | null {
  const squares = qrCode(text);
  if (!squares) return null;
  const dark = squares.flatMap((row, r) => row.map((on, c) => (on ? `M${c + QUIET} ${r + QUIET}h1v1h-1z` : "")));
  return { size: squares.length + 2 * QUIET, path: dark.join("") };
}
