// Draws QR codes as the page does: a list of texts on standard input, the squares of each on standard output.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "web");
const { build } = createRequire(join(web, "package.json"))("esbuild");
const made = await build({
  entryPoints: [join(web, "src", "print", "qr", "symbol.ts")],
  bundle: true,
  format: "esm",
  write: false,
  logLevel: "error",
});
const { qrCode } = await import(
  `data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString("base64")}`
);
const texts = JSON.parse(readFileSync(0, "utf8"));
const squares = texts.map((text) => qrCode(text)?.map((row) => row.map(Number)) ?? null);
process.stdout.write(JSON.stringify(squares));
