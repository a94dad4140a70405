const DAY_MS = 86_400_000;

/** Nothing in the data lies further back than this. */
export const OLDEST_DAYS = 1_095;

/** Nothing lies further ahead: renewals do. */
const FURTHEST_DAYS = 400;

/** The past as seen from the day the data are made. Every text is made once: there are millions of instants. */
export class Days {
  #dates;
  #minutes = Array.from({ length: 1_440 }, (_, minute) =>
    new Date(minute * 60_000).toISOString().slice(11, 16),
  );

  /** @param {number} now the instant (milliseconds) that the data end at */
  constructor(now) {
    this.#dates = Array.from({ length: FURTHEST_DAYS + OLDEST_DAYS + 1 }, (_, place) =>
      new Date(now - (place - FURTHEST_DAYS) * DAY_MS).toISOString().slice(0, 10),
    );
  }

  /** The calendar date so many days ago; in the future when negative. */
  date(age) {
    return this.#dates[Math.floor(age) + FURTHEST_DAYS];
  }

  /** Some minute of the day so many days ago; at least yesterday, so that it never lies in the future. */
  instant(age, random) {
    return `${this.date(Math.max(1, age))}T${random.pick(this.#minutes)}:00Z`;
  }
}
