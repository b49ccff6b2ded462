// bundle: markdown
// Markdown that learner code shows, made into HTML; whoever shows it cleans that like any other. Loaded when first needed.
import { marked } from "marked";

export interface Marker {
  html(text: string): string;
}

const marker: Marker = { html: (text) => marked.parse(text, { async: false, gfm: true }) };
const page = window as unknown as { coursekit?: Record<string, unknown> };
page.coursekit = { ...page.coursekit, markdown: marker };
