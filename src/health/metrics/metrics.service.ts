import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { DailySweepService, type SweepState } from '../../assessment/sweep/daily-sweep.service.js';
import { SETTINGS_TOKEN } from '../../config/settings.module.js';
import type { Settings } from '../../config/settings.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { PoolReader } from './pool.reader.js';

/** Upper bounds in seconds: a fast query, a usual one, a slow one, and those that somebody complains of. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What this process measures of itself, in the text format of Prometheus. No figure tells of a tenant. */
@Injectable()
export class MetricsService {
  private readonly registry = new Registry();

  /** Seconds from a request to its answer. */
  readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from an HTTP request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  /** Seconds an operation took, its parsing and its confirmation included. */
  readonly operations = new Histogram({
    name: 'graphql_operation_duration_seconds',
    help: 'Time of a GraphQL operation by type and by outcome: OK, or the code of its first error.',
    labelNames: ['type', 'outcome'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  /** Accounts judged anew by writes since the start. */
  private written = 0;

  constructor(
    @Inject(SETTINGS_TOKEN) settings: Settings,
    private readonly sweeps: DailySweepService,
    pool: PoolReader,
    transaction: TenantTransaction,
  ) {
    if (settings.METRICS !== 'off') collectDefaultMetrics({ register: this.registry });
    this.gauge('db_pool_connections_in_use', 'Connections serving an operation.', () => pool.state.inUse);
    this.gauge('db_pool_connections_idle', 'Open connections nobody uses.', () => pool.state.idle);
    this.gauge('db_pool_waiting', 'Operations waiting for a connection.', () => pool.state.waiting);
    this.watchSweep();
    this.watchAssessments(transaction);
  }

  /** The content type of `print()`. */
  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything measured, as Prometheus reads it. */
  print(): Promise<string> {
    return this.registry.metrics();
  }

  private watchSweep(): void {
    const figure = (read: (state: SweepState) => number | null) => (): number => {
      const { state } = this.sweeps;
      return (state && read(state)) ?? Number.NaN;
    };
    const behind = figure(({ behindSeconds }) => behindSeconds);
    this.gauge(
      'strata_sweep_behind_seconds',
      'Time since the first account that waits should have been judged.',
      behind,
    );
    this.gauge(
      'strata_sweep_waiting',
      'Accounts still to be judged: by the daily sweep, or after an import.',
      figure(({ waiting }) => waiting),
    );
    const last = figure(({ lastSeconds }) => lastSeconds);
    this.gauge('strata_sweep_last_duration_seconds', 'How long the latest sweep of this process took.', last);
  }

  private watchAssessments(transaction: TenantTransaction): void {
    transaction.onBeforeCommit((accountIds) => {
      this.written += accountIds.length;
      return Promise.resolve();
    });
    const refreshed: Counter<'by'> = new Counter({
      name: 'strata_assessments_refreshed_total',
      help: 'Accounts judged anew: by a write about them, or by the sweep for the time that went by.',
      labelNames: ['by'],
      registers: [this.registry],
      collect: () => {
        refreshed.reset();
        refreshed.inc({ by: 'write' }, this.written);
        refreshed.inc({ by: 'sweep' }, this.sweeps.state?.judged ?? 0);
      },
    });
  }

  private gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      collect: () => gauge.set(read()),
    });
  }
}
