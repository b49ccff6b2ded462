// When an assignment is due, in words.

/** A due date in the reader's own time, with its zone. */
export function formatDue(due: string): string {
  const form: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return new Intl.DateTimeFormat("en-GB", {
    ...form,
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(new Date(due));
}
