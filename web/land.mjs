// The world's land for the labs' maps, as rings of [longitude, latitude] in tenths of a degree, cut at the date line: from
// world-atlas (Natural Earth, 1:110 million, public domain). Once: node land.mjs > ../src/coursekit/lab/charts/land.json; a test compares.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEquirectangular, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const file = createRequire(import.meta.url).resolve("world-atlas/land-110m.json");
const world = JSON.parse(readFileSync(file, "utf8"));
const rings = [];
const pen = {
  moveTo: (x, y) => rings.push([[Math.round(10 * x), Math.round(-10 * y)]]),
  lineTo: (x, y) => rings.at(-1).push([Math.round(10 * x), Math.round(-10 * y)]),
  closePath: () => rings.at(-1).push(rings.at(-1)[0]),
};
const degrees = geoEquirectangular()
  .scale(180 / Math.PI)
  .translate([0, 0])
  .precision(0);
geoPath(degrees, pen)(feature(world, world.objects.land));
const kept = rings
  .filter((ring) => !ring.every(([, y]) => y < -600)) // Antarctica: nobody guarantees it
  .map((ring) => ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1][0] || y !== ring[i - 1][1]))
  .filter((ring) => ring.length > 3);
process.stdout.write(`[\n${kept.map((ring) => JSON.stringify(ring)).join(",\n")}\n]\n`);
