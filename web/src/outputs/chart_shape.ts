// What of a chart's spec is likely to change while a control is moved (its rows and its title), apart from the rest.

export type Spec = Record<string, unknown>;

/** A spec whose datasets have plain names and whose title is a parameter: two of equal `shape` differ in these alone. */
export interface SplitSpec {
  shape: string;
  spec: Spec;
  data: Record<string, unknown[]>;
  title: string;
}

/** The parameter that holds the title. */
export const TITLE_PARAMETER = "coursekit_title";
const isRecord = (value: unknown): value is Spec =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Altair names datasets by their content, and views and parameters by a count: neither is a difference. */
export function splitSpec(given: Spec): SplitSpec {
  const { datasets, ...rest } = given;
  const data: Record<string, unknown[]> = {};
  const keep = (rows: unknown[]): string => {
    const name = `learners_${Object.keys(data).length}`;
    data[name] = rows;
    return name;
  };
  // Rows that stand in the spec itself become a dataset like the others.
  let text = JSON.stringify(withTitleParameter(rest), (key, value: unknown) => {
    if (key !== "data" || !isRecord(value) || !Array.isArray(value.values)) return value;
    const { values, ...about } = value;
    return { ...about, name: keep(values as unknown[]) };
  });
  for (const [name, rows] of Object.entries(isRecord(datasets) ? datasets : {})) {
    if (Array.isArray(rows)) text = text.replaceAll(`"name":${JSON.stringify(name)}`, `"name":"${keep(rows)}"`);
  }
  const found = titleOf(rest);
  const counted = new Map<string, number>();
  const shape = text.replace(/\b(view|param)_(\d+)\b/g, (name, kind: string) => {
    if (!counted.has(name)) counted.set(name, counted.size);
    return `${kind}_#${counted.get(name)}`;
  });
  return { shape, spec: JSON.parse(text) as Spec, data, title: found ?? "" };
}

function titleOf(spec: Spec): string | undefined {
  const { title } = spec;
  if (typeof title === "string") return title;
  return isRecord(title) && typeof title.text === "string" ? title.text : undefined;
}

function withTitleParameter(spec: Spec): Spec {
  if (titleOf(spec) === undefined) return spec;
  const { title, params } = spec;
  const signal = { expr: TITLE_PARAMETER };
  return {
    ...spec,
    title: isRecord(title) ? { ...title, text: signal } : { text: signal },
    params: [...(Array.isArray(params) ? (params as unknown[]) : []), { name: TITLE_PARAMETER, value: "" }],
  };
}
