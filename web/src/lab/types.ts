// What a lab's script (labs/ID.js, made by coursekit.lab.compile.model_lab_script) registers, and what it becomes in the page.
import type { View } from "vega-view";

export type Row = Record<string, string | number | null>;
export type Tables = Record<string, Row[]>;
export type State = Record<string, number>;
export type Draws = Record<string, number[]>;
export type Readings = Record<string, number>;
/** What controls are set to, by their names. */
export type ControlValues = Record<string, number | string>;

export interface Control {
  name: string;
  kind: "slider" | "choice" | "toggle";
  default: number | string;
  /** The model's parameter, where the control is called otherwise. */
  parameter?: string;
  /** The mode under which it counts: the name of the control that chooses the mode, and its key. */
  when?: [string, string];
  min?: number;
  max?: number;
  step?: number;
  form?: string;
  options?: string[];
  values?: number[];
}

/** Rows that the model is computed for, one by one, and the groups that are made of them. */
export interface Population {
  columns: Record<string, number[]>;
  among: Record<string, string | null>;
  dots: number;
}

/** What a lab shows at a state. */
export interface Computed {
  curve: Row[];
  point: Row[];
  people: Row[];
  readings: Readings;
}

/** A total split over some of the controls. */
export interface Budget {
  name: string;
  parts: string[];
  total: number;
  step: number;
  whole: boolean;
}

export interface ParsedChart {
  spec: object;
  data: string[];
}

export interface Plan {
  id: string;
  package: string;
  controls: Control[];
  budgets: Budget[];
  defaults: State;
  compare: Record<string, State>;
  /** The two series of which `ahead` says in how many draws the first is above the second. */
  compared: [string, string] | null;
  show: string[];
  x: { name: string; low: number; high: number; steps: number } | null;
  curve_draws: number;
  point_draws: number;
  interval: [number, number];
  bars: string | null;
  /** The parameters that choose among contested forms. */
  forms?: string[];
  charts: ParsedChart[];
  /** The pictures: the quantity whose values stand in the key, if there is one, and how they are written. */
  views: { of: string | null; form: string }[];
  population?: Population | null;
  presets: Record<string, number | string>[];
}

/** The plan of a lab over cases. */
export interface CasePlan extends Plan {
  filters: { name: string; label: string; options: Record<string, string> }[];
  columns: string[];
  cases: { key: string; values: string[] }[];
}

export interface Say {
  text: string;
  when?: (readings: Readings) => boolean;
}

type Sampler = (setting: State, draws: Draws, samples: Float64Array[], count: number) => void;

export interface LabScript {
  plan: Plan;
  evaluate: (parameters: State) => State;
  along: ((parameters: State) => State) | null;
  /** Of each series: fills an array a shown quantity with the first `count` draws, at a setting that was evaluated. */
  sample: Record<string, Sampler>;
  sample_along: Record<string, Sampler>;
  says: Say[][];
  /** What each picture finds, or the lab as a whole. */
  findings: Say[][][];
}

export interface CaseScript {
  plan: CasePlan;
  says: Say[][];
}

export interface Chart {
  view: View;
  update: (tables: Tables) => Promise<void>;
  /** Make the plot lower by so many pixels than it would be. */
  shrink: (by: number) => Promise<void>;
}

declare global {
  interface Coursekit {
    labs?: Record<string, LabScript | CaseScript>;
    draws?: Draws;
    openLabCell?: (lab: HTMLElement, id: string, code: string) => Promise<void>;
    chart?: { draw: (element: HTMLElement, chart: ParsedChart, data: Tables) => Promise<Chart> };
  }
  interface Window {
    coursekit?: Coursekit;
  }
}
