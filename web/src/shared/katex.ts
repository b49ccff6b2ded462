// bundle: math
// Formulas that learner code shows, as MathML: loaded when the first one is to be shown.
import katex from "katex";

export interface Typesetter {
  render(formula: string, into: HTMLElement, display: boolean): void;
}

const typesetter: Typesetter = {
  render: (formula, into, display) =>
    katex.render(formula, into, { displayMode: display, output: "mathml", throwOnError: false, trust: false }),
};
const page = window as unknown as { coursekit?: Record<string, unknown> };
page.coursekit = { ...page.coursekit, math: typesetter };
