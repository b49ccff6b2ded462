// A time on the clock of a place, as an instant: "2026-12-01T23:59" in "Europe/Kyiv".

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;
const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const DAY_MS = 86_400_000;

export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

/** How far the clocks of a place are ahead of UTC at an instant, in milliseconds. */
function ahead(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  } as Intl.DateTimeFormatOptions).formatToParts(instant);
  const at = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(at("year"), at("month") - 1, at("day"), at("hour"), at("minute"), at("second")) - instant;
}

/**
 * The instant in milliseconds; NaN if it is no time. A time that clocks show twice, when they are put back, is the later
 * of both; one that they leave out, when they are put on, is read by the clock as it was before.
 */
export function instantOf(time: string, zone: string): number {
  if (WITH_OFFSET.test(time)) return Date.parse(time);
  const shown = LOCAL.test(time) ? Date.parse(`${time}Z`) : Number.NaN;
  if (Number.isNaN(shown)) return shown;
  // How far the clocks are ahead a day before and a day after: one of both holds at the time itself.
  const before = shown - ahead(shown - DAY_MS, zone);
  const right = [before, shown - ahead(shown + DAY_MS, zone)].filter((one) => one + ahead(one, zone) === shown);
  return Math.max(...(right.length ? right : [before]));
}
