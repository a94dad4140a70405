const HOUR = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether a name is an IANA time zone that this runtime knows, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a local wall-clock time. Of a time that occurs twice, when clocks go back, the first is meant.
 * @param local the wall clock as if it were UTC, in milliseconds since 1970.
 * @returns milliseconds since 1970 in UTC, or null for a time that clocks put forward left out.
 */
export function localToUtc(local: number, zone: string): number | null {
  if (zone === 'UTC') return local;
  // Offsets change by hours, rarely: those a day before and after cover every candidate.
  const candidates = [local - 24 * HOUR, local + 24 * HOUR].map((near) => local - offsetAt(near, zone));
  const matching = candidates.filter((utc) => utc + offsetAt(utc, zone) === local);
  return matching.length === 0 ? null : Math.min(...matching);
}

/** The first instant of a local day, which is one o'clock where clocks are put forward at midnight. */
export function startOfDay(midnight: number, zone: string): number {
  return localToUtc(midnight, zone) ?? localToUtc(midnight + HOUR, zone) ?? midnight;
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(utc: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(utc)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const wallClock = Date.UTC(year, month - 1, day, hour, minute, second);
  return wallClock - Math.floor(utc / 1000) * 1000;
}

/** Making a format costs a hundred times more than using it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}
