import { Injectable } from '@nestjs/common';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { BenchmarksService } from '../../advocacy/benchmarks/benchmarks.service.js';
import { InsightsService } from '../../advocacy/insights/insights.service.js';
import { TeachingsService } from '../../advocacy/teachings/teachings.service.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { LearningHappening } from '../recovery/events.js';
import { accountRef, seatRef } from '../recovery/references.js';

type Happened<What> = Extract<LearningHappening, { what: What }>;

/** Writes what we learned of customers and what we showed them. */
@Injectable()
export class LearningEventsService {
  constructor(
    private readonly insights: InsightsService,
    private readonly teachings: TeachingsService,
    private readonly benchmarks: BenchmarksService,
    private readonly accounts: AccountsReader,
    private readonly transaction: TenantTransaction,
  ) {}

  async write(accountKey: string, happening: LearningHappening): Promise<void> {
    switch (happening.what) {
      case 'learned':
        return this.learn(accountKey, happening);
      case 'taught':
        return this.teach(accountKey, happening);
    }
  }

  private async learn(
    accountKey: string,
    { ourFunction, statement, heardFrom }: Happened<'learned'>,
  ): Promise<void> {
    await this.insights.recordInsight({
      account: accountRef(accountKey),
      ourFunction,
      statement,
      heardFrom: heardFrom.map((seat) => seatRef(accountKey, seat)),
      learnedAt: this.transaction.now,
    });
  }

  private async teach(accountKey: string, happening: Happened<'taught'>): Promise<void> {
    const { ourFunction, topic, people, response, benchmarkOf } = happening;
    const account = accountRef(accountKey);
    await this.teachings.recordTeaching({
      account,
      ourFunction,
      topic,
      stakeholders: people.map((seat) => seatRef(accountKey, seat)),
      response,
      benchmark: benchmarkOf === undefined ? undefined : await this.publish(accountKey, benchmarkOf),
      taughtAt: this.transaction.now,
    });
  }

  private async publish(accountKey: string, instrument: string): Promise<string> {
    const { segment } = await this.accounts.getAccount(accountRef(accountKey), ['account']);
    if (segment === null) throw new Error(`The demo shows ${accountKey} a benchmark of no segment.`);
    return (await this.benchmarks.publishWithin(segment, instrument)).benchmark.id;
  }
}
