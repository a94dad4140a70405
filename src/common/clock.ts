import { Injectable } from '@nestjs/common';
import type { CalendarDate, Instant } from '../domain/facts.js';

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
