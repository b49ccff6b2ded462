// Which of the page's headings the reader has reached.

export interface Heading {
  /** The id that a link to it names. */
  id: string;
  text: string;
}

/** A heading's words, without the link to itself that stands behind them; empty for none. */
export function headingText(heading: Element | null | undefined): string {
  const parts = [...(heading?.childNodes ?? [])].filter((part) => !(part as Element).matches?.(".headerlink"));
  return parts
    .map((part) => part.textContent)
    .join("")
    .trim();
}

/** The share of the window's height above which a heading counts as reached. */
const REACHED = 0.35;

/** The last heading that has come into the upper part of the window; undefined before the first. */
export function currentHeading(): Heading | undefined {
  let found: HTMLElement | undefined;
  for (const heading of document.querySelectorAll<HTMLElement>("article section[id] > :is(h2, h3)")) {
    if (heading.getBoundingClientRect().top > innerHeight * REACHED) break;
    found = heading;
  }
  const id = found?.parentElement?.id;
  return found && id ? { id, text: headingText(found) } : undefined;
}
