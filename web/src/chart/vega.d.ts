// Vega's parts ship without types of their own; these are the pieces that the charts use.
declare module "vega-dataflow" {
  export const transforms: Record<string, unknown>;
}
declare module "vega-encode";
declare module "vega-transforms";
declare module "vega-view-transforms";
declare module "vega-view" {
  export { View } from "vega-typings";
}
