import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { lookedBackTo } from '../../assessment/judging/facts/observations.reader.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { assess } from '../../domain/assessment.js';
import type { Instant } from '../../domain/facts.js';
import { factsAsOf, firstHappenedAt } from '../../domain/loyalty/backtest/facts-as-of.js';
import { daysAfter } from '../../domain/loyalty/backtest/track.js';
import { CALIBRATION_METHOD } from '../../domain/loyalty/calibration/calibration-method.js';
import type { Observation, ReasonThen } from '../../domain/loyalty/calibration/observation.js';
import { type Outcome, outcomesOf } from '../../domain/loyalty/outcome.js';
import { HistoriesReader } from '../backtest/replay/histories.reader.js';
import { LoyaltyEventsReader } from '../events/loyalty-events.reader.js';

/** Outcomes with what was known before them. */
export interface ObservedOutcomes {
  observations: Observation[];
  /** Outcomes before which nothing was known of the account, or that are older than those looked at. */
  unobserved: number;
}

/** More outcomes, latest first, would say little that these do not, and take long to replay. */
const MOST_OUTCOMES = 2000;

/** Accounts read at once. */
const BATCH = 50;

interface StoredReasons {
  place: number;
  reasons: (ReasonThen & { shippedWeight?: number | null })[];
}

/** Finds what was known of accounts some time before they decided about us: never anything from after that. */
@Injectable()
export class CalibrationObservationsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly events: LoyaltyEventsReader,
    private readonly histories: HistoriesReader,
  ) {}

  async readObservations(): Promise<ObservedOutcomes> {
    const all = outcomesOf(await this.events.readStanding({ to: this.transaction.today }));
    const outcomes = all
      .sort((a, b) => (a.decidedOn < b.decidedOn ? 1 : Number(a.decidedOn > b.decidedOn) * -1))
      .slice(0, MOST_OUTCOMES);
    const stored = await this.readStored(outcomes);
    const others = outcomes.filter((_, place) => !stored.has(place));
    const replayed = await this.replay(others);
    const observations = outcomes.flatMap((outcome, place) => {
      const reasons = stored.get(place) ?? replayed.get(outcome);
      const { accountId, decidedOn, stayed } = outcome;
      return reasons ? [{ accountId, decidedOn, left: !stayed, reasons }] : [];
    });
    return { observations, unobserved: all.length - observations.length };
  }

  /** The reasons of the last judgement made by then, with their weights as shipped; by place in the list. */
  private async readStored(outcomes: readonly Outcome[]): Promise<Map<number, ReasonThen[]>> {
    const accountIds = outcomes.map(({ accountId }) => accountId);
    const rows = await this.transaction.query<StoredReasons>(
      sql`SELECT (o.place - 1)::int AS place, k.reasons
          FROM unnest(${accountIds}::uuid[], ${outcomes.map(knownBefore)}::timestamptz[]) WITH ORDINALITY AS o(account_id, at, place)
          CROSS JOIN LATERAL (
            SELECT c.reasons FROM assessment_changes c
            WHERE c.tenant_id = ${this.transaction.tenantId} AND c.account_id = o.account_id AND c.assessed_at <= o.at
            ORDER BY c.assessed_at DESC, c.id DESC LIMIT 1) k`,
    );
    return new Map(
      rows.map(({ place, reasons }) => [
        place,
        reasons.map(({ code, weight, shippedWeight }) => ({ code, weight: shippedWeight ?? weight })),
      ]),
    );
  }

  /** What would have been said by then of accounts that were not judged yet, as their history tells. */
  private async replay(outcomes: readonly Outcome[]): Promise<Map<Outcome, ReasonThen[]>> {
    const found = new Map<Outcome, ReasonThen[]>();
    const first = outcomes.map(knownBefore).sort()[0];
    if (first === undefined) return found;
    const settings = await this.histories.readSettings();
    const accountIds = [...new Set(outcomes.map(({ accountId }) => accountId))];
    for (let at = 0; at < accountIds.length; at += BATCH) {
      const batch = accountIds.slice(at, at + BATCH);
      for (const history of await this.histories.readHistories(batch, lookedBackTo(first))) {
        const began = firstHappenedAt(history);
        for (const outcome of outcomes.filter(({ accountId }) => accountId === history.accountId)) {
          const then = knownBefore(outcome);
          if (began === null || began > then) continue;
          const { reasons } = assess(factsAsOf(history, then, settings.method.structure), then, settings);
          found.set(
            outcome,
            reasons.map(({ code, weight }) => ({ code, weight })),
          );
        }
        await setImmediate();
      }
    }
    return found;
  }
}

function knownBefore({ decidedOn }: Outcome): Instant {
  return `${daysAfter(decidedOn, -CALIBRATION_METHOD.daysBefore)}T23:59:59.999Z`;
}
