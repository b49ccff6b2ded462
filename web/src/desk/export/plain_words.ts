// Prose of the course where no Markdown is drawn: as a reader would say it.

/** The text without the signs for emphasis and code; stars and backticks that stand by themselves stay. */
export const plainWords = (markdown: string): string => markdown.replace(/(\*\*|\*|`)(?=\S)([^*`\n]*[^\s*`])\1/g, "$2");
