// Read Vega's scene: each mark's items with their channels turned back from pixels and colours into the data's values.

/** A scale as the scene holds it. */
interface Scale {
  (value: unknown): unknown;
  type?: string;
  domain(): unknown[];
  range(): unknown[];
  invert?(at: number): unknown;
  bandwidth?(): number;
}

export interface Group {
  context?: { scales?: Record<string, { value: Scale }> };
  items: Scene[];
  datum?: Record<string, unknown>;
  [part: string]: unknown;
}

interface Scene {
  marktype: string;
  name?: string;
  role?: string;
  items: Group[];
}

/** A mark of a compiled specification, as far as it is read here. */
export interface VegaMark {
  type: string;
  name?: string;
  style?: string | string[];
  marks?: VegaMark[];
  axes?: Guide[];
  legends?: Guide[];
  encode?: { update?: Record<string, Channel | Channel[]> };
}

export interface Part {
  axes?: Guide[];
  legends?: Guide[];
  title?: unknown;
  marks?: VegaMark[];
}

type Guide = Record<string, unknown>;
type Channel = { scale?: string; field?: unknown; value?: unknown; offset?: unknown };

export interface Layer {
  mark: string;
  panel: number[]; // which panel of a concatenation or facet
  scales: Record<string, { type: string; domain: unknown[]; title: string; guide: boolean }>;
  items: Record<string, unknown>[];
}

// Vega's channels by the names of Vega-Lite's; a bar's ends come from `x` and `x2`, or from a band's place.
const CHANNELS = ["x", "x2", "xc", "y", "y2", "yc", "fill", "stroke", "size", "shape", "strokeDash", "text"] as const;
const CALLED: Record<string, string> = { xc: "x", yc: "y", fill: "color", stroke: "color" };
const PLACES = /^[xy]/;
const MARKS = new Set([
  "area",
  "arc",
  "bar",
  "circle",
  "image",
  "line",
  "point",
  "rect",
  "rule",
  "square",
  "text",
  "tick",
  "trail",
]);

/** All axes and legends of a specification: the scales' names in them are its own, whatever panel they stand in. */
export function guidesOf(part: Part): Guide[] {
  return [...(part.axes ?? []), ...(part.legends ?? []), ...(part.marks ?? []).flatMap(guidesOf)];
}

/** The layers below `group`, in drawing order; `above` are the groups around it, outermost first. */
export function told(marks: VegaMark[], group: Group, above: Group[], panel: number[], guides: Guide[]): Layer[] {
  const around = [...above, group];
  return marks.flatMap((mark, place) => {
    const scene = group.items
      .filter((one) => one.role !== "axis" && one.role !== "legend")
      .find((one) => one.name === mark.name);
    if (!scene) return [];
    if (mark.type !== "group") return [layer(mark, scene, around, panel, guides)];
    const parts = scene.items.map((item, number) => {
      // The lines of one layer are a group of their own for each colour: no panel.
      const apart = mark.name?.endsWith("pathgroup") ? panel : [...panel, place * 1000 + number];
      return told(mark.marks ?? [], item, around, apart, guides);
    });
    return mark.name?.endsWith("pathgroup") ? joined(parts) : parts.flat();
  });
}

/** The groups of one layer put together: each item keeps the number of its line. */
function joined(parts: Layer[][]): Layer[] {
  const [first] = parts.find((one) => one.length) ?? [];
  if (!first) return [];
  const items = parts.flatMap((one, line) => one.flatMap((each) => each.items.map((item) => ({ ...item, line }))));
  const scales = Object.assign({}, ...parts.flat().map((one) => one.scales)) as Layer["scales"];
  return [{ ...first, items, scales }];
}

function layer(mark: VegaMark, scene: Scene, around: Group[], panel: number[], guides: Guide[]): Layer {
  const update = mark.encode?.update ?? {};
  // Vega knows symbols and rectangles only; Vega-Lite notes as a style what it made them from.
  const kind = [mark.style ?? []].flat().find((one) => MARKS.has(one)) ?? mark.type;
  const made: Layer = { mark: kind, panel, scales: {}, items: scene.items.map(() => ({})) };
  for (const channel of CHANNELS) {
    const definitions = [update[channel] ?? []].flat();
    const named = definitions.find((one) => one.scale);
    const name = CALLED[channel] ?? channel;
    const scale = named?.scale ? scaleOf(named.scale, around) : undefined;
    if (scale && named?.scale) {
      const guide = guides.filter((one) => Object.values(one).includes(named.scale));
      const title = guide.map((one) => titleOf(one.title)).find((one) => one) ?? "";
      const axis = name === "x2" || name === "y2" ? name.charAt(0) : name;
      made.scales[axis] = { type: typeOf(scale), domain: scale.domain(), title, guide: guide.length > 0 };
    }
    if (!definitions.length) continue;
    scene.items.forEach((item, n) => {
      if (channel === "fill" || channel === "stroke") made.items[n]!.ink ??= item[channel];
      const row = made.items[n]!;
      row.top = item.y;
      // A colour or a size tells its value no more: the row that it was made from does.
      const told = PLACES.test(channel) || typeof named?.field !== "string" ? undefined : item.datum?.[named.field];
      if (scale && told !== undefined) row[name] = told;
      else if (scale) row[name] = back(scale, pixel(item, channel));
      else if (channel === "text") row.text = item.text;
    });
  }
  return made;
}

/** Where on the page the channel puts an item. */
function pixel(item: Group, channel: string): unknown {
  const at = (name: string): number => Number(item[name] ?? 0);
  if (channel === "x2") return item.x2 ?? at("x") + at("width");
  if (channel === "y2") return item.y2 ?? at("y") + at("height");
  if (channel === "xc") return at("x") + at("width") / 2;
  if (channel === "yc") return at("y") + at("height") / 2;
  return item[channel];
}

/** The value that the scale puts at `at`; a colour, a size or a place between bands that it never gives is undefined. */
function back(scale: Scale, at: unknown): unknown {
  if (scale.invert && typeof at === "number") {
    const value = scale.invert(at);
    return value instanceof Date ? value.getTime() : value;
  }
  const half = scale.bandwidth ? scale.bandwidth() / 2 : 0;
  const close = (given: unknown): boolean =>
    typeof at === "number" && typeof given === "number"
      ? Math.abs(given - at) < 1e-6 || (half > 0 && Math.abs(given + half - at) < half)
      : JSON.stringify(given) === JSON.stringify(at);
  return scale.domain().find((value) => close(scale(value)));
}

function scaleOf(name: string, around: Group[]): Scale | undefined {
  return around
    .map((one) => one.context?.scales?.[name]?.value)
    .filter((one) => one !== undefined)
    .at(-1);
}

function typeOf(scale: Scale): string {
  return scale.type ?? "unknown";
}

function titleOf(title: unknown): string {
  const text = title && typeof title === "object" && "text" in title ? title.text : title;
  return Array.isArray(text) ? text.join(" ") : typeof text === "string" ? text : "";
}
