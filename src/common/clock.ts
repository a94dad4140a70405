import { Injectable } from '@nestjs/common';
import type { CalendarDate, Instant } from '../domain/facts.js';

/**
 * The milliseconds since 1970 of this machine, for what only tells earlier from later, like the order of our ids. What
 * happens when is the clock's to say.
 */
export function millisecondsNow(): number {
  return Date.now();
}

/** The only place that reads the time. Tests put a fixed one in its stead. */
@Injectable()
export class Clock {
  now(): Instant {
    return new Date().toISOString();
  }

  /** Today in UTC. */
  today(): CalendarDate {
    return this.now().slice(0, 10);
  }
}
