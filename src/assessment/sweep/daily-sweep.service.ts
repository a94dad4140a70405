import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import type { Instant } from '../../domain/facts.js';
import { SweepService } from './sweep.service.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The instant the latest daily sweep was due at: today at the hour (UTC), or yesterday when that is still to come. */
export function latestDue(now: Instant, hour: number): Instant {
  const today = Date.parse(`${now.slice(0, 10)}T${String(hour).padStart(2, '0')}:00:00.000Z`);
  return new Date(today > Date.parse(now) ? today - DAY : today).toISOString();
}

/** Runs the sweep once a day, and right after a start that comes later than the hour. */
@Injectable()
export class DailySweepService implements OnModuleDestroy {
  private readonly log = new Logger('Sweep');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly sweeps: SweepService,
    private readonly clock: Clock,
  ) {}

  /** Looks every few minutes whether the sweep is due; `hour` in UTC. */
  start(hour: number): void {
    const look = (): void => {
      this.running = this.running.then(() => this.sweepOnce(hour));
    };
    look();
    this.timer = setInterval(look, 5 * MINUTE);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async sweepOnce(hour: number): Promise<void> {
    try {
      const judged = await this.sweeps.sweep(latestDue(this.clock.now(), hour));
      if (judged > 0) this.log.log(`Judged ${judged} accounts anew.`);
    } catch (error) {
      // The next look tries again; nothing is lost, because what is due stays due.
      this.log.error('The sweep was interrupted and goes on in a few minutes.', error instanceof Error ? error.stack : undefined);
    }
  }
}
