// Renders math for the build: one JSON request a line in, one JSON answer a line out.
// Its argument is the folder in which KaTeX is installed.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { slim } from "./slim_katex.mjs";

const katex = createRequire(`${process.argv[2]}/`)("katex");

// The empty set as the main font has it: KaTeX's other one stands alone in a font of 28 KB.
const macros = { "\\varnothing": "\\emptyset" };

for await (const line of createInterface({ input: process.stdin })) {
  const { tex, display } = JSON.parse(line);
  let answer;
  try {
    const options = { displayMode: display, output: "htmlAndMathml", strict: "error", trust: false, macros };
    const html = slim(katex.__renderToDomTree(tex, options)).toMarkup();
    // After a function's name KaTeX writes that it is applied, as an element of its own: in `U_{\max}` a third child of
    // what takes two, which Firefox refuses to draw. With its name it is one; after anything else it is left out.
    const named = html.replace(/(<mi[^>]*>[^<]*<\/mi>)<mo>(?:\u2061|&#8289;)<\/mo>/g, "<mrow>$1<mo>&#8289;</mo></mrow>");
    answer = { html: named.replace(/<mo>\u2061<\/mo>/g, "") };
  } catch (error) {
    answer = { fault: String(error.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
