import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { performance } from 'node:perf_hooks';
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

/** How the sweep of this process stands. */
export interface SweepState {
  /** When the latest sweep was due. */
  readonly dueAt: Instant;
  /** Accounts not judged since then, or since an import wrote about them, as the last look counted them. */
  readonly waiting: number;
  /** Seconds since the first of them should have been judged; 0 while none waits. */
  readonly behindSeconds: number;
  /** Seconds that the latest sweep of this process took; null while it judged nothing. */
  readonly lastSeconds: number | null;
  /** Accounts that sweeps of this process have judged since it started. */
  readonly judged: number;
}

/** What a look saw. */
interface Seen extends Omit<SweepState, 'behindSeconds'> {
  /** Since when the first account waits; null when none does. */
  readonly since: Instant | null;
}

/** Runs the sweep once a day, and right after a start that comes later than the hour. */
@Injectable()
export class DailySweepService implements OnModuleDestroy {
  private readonly log = new Logger('Sweep');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private seen: Seen | null = null;

  constructor(
    private readonly sweeps: SweepService,
    private readonly clock: Clock,
  ) {}

  /** What the last look saw; null before the first one. Costs nothing: it is kept in memory. */
  get state(): SweepState | null {
    if (this.seen === null) return null;
    const { since, ...seen } = this.seen;
    const late = since === null ? 0 : Math.max(0, Date.parse(this.clock.now()) - Date.parse(since)) / 1000;
    return { ...seen, behindSeconds: seen.waiting === 0 ? 0 : Math.round(late) };
  }

  /** Looks every few minutes whether the sweep is due; `hour` in UTC. */
  start(hour: number): void {
    const goOn = (): void => {
      this.running = this.running.then(() => this.look(hour));
    };
    goOn();
    this.timer = setInterval(goOn, 5 * MINUTE);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Sees whether the sweep of that hour (UTC) is due, and sweeps if it is. A failure is logged: the next look goes on. */
  async look(hour: number): Promise<void> {
    try {
      const dueAt = latestDue(this.clock.now(), hour);
      const backlog = await this.waiting(dueAt);
      this.seen = {
        dueAt,
        ...backlog,
        lastSeconds: this.seen?.lastSeconds ?? null,
        judged: this.seen?.judged ?? 0,
      };
      if (backlog.waiting > 0) await this.sweep(dueAt);
    } catch (error) {
      // Nothing is lost, because what is due stays due.
      this.log.error(
        'The sweep was interrupted and goes on in a few minutes.',
        error instanceof Error ? error.stack : undefined,
      );
    }
  }

  private async sweep(dueAt: Instant): Promise<void> {
    const began = performance.now();
    const judged = await this.sweeps.sweep(dueAt, (batch) => this.tell({ judged: batch, waiting: -batch }));
    const lastSeconds = (performance.now() - began) / 1000;
    // Other instances may have taken a part, and left a part that they are still at.
    const backlog = await this.waiting(dueAt);
    if (this.seen) this.seen = { ...this.seen, ...backlog, lastSeconds };
    if (judged > 0) this.log.log(`Judged ${judged} accounts anew.`);
  }

  private async waiting(dueAt: Instant): Promise<Pick<Seen, 'waiting' | 'since'>> {
    const { aged, imported, since } = await this.sweeps.readBacklog(dueAt);
    return { waiting: aged + imported, since };
  }

  private tell(change: { judged: number; waiting: number }): void {
    if (!this.seen) return;
    const { judged, waiting } = this.seen;
    this.seen = {
      ...this.seen,
      judged: judged + change.judged,
      waiting: Math.max(0, waiting + change.waiting),
    };
  }
}
