import { Injectable } from '@nestjs/common';
import { StrataError } from '../../common/errors.js';
import type { ItemOutcome } from '../../common/upsert.types.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { ActivitiesService } from '../activities.service.js';
import type { ActivityKind, StoredActivity } from '../activity-plans.service.js';
import type { FoundForActivity } from '../activity-references.reader.js';
import { InsightSource } from './insight-source.entity.js';
import { Insight } from './insight.entity.js';
import { RecordInsightInput } from './insights.inputs.js';
import { InsightsReader } from './insights.reader.js';

/** Records what we learn about customers. */
@Injectable()
export class InsightsService {
  private readonly kind: ActivityKind<RecordInsightInput, Insight, InsightSource> = {
    rules: RecordInsightInput,
    entity: Insight,
    table: 'insights',
    names: ({ account, heardFrom, interaction }) => ({
      account: account ?? null,
      people: heardFrom ?? [],
      peopleField: 'heardFrom',
      interactionId: interaction ?? null,
    }),
    columns: (input, found) => Promise.resolve(this.columnsOf(input, found)),
    linkEntity: InsightSource,
    link: (insightId, stakeholderId) => ({ insightId, stakeholderId }),
    people: (ids) => this.reader.findSources(ids),
  };

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly activities: ActivitiesService,
    private readonly reader: InsightsReader,
  ) {}

  async recordInsight(input: RecordInsightInput): Promise<Insight> {
    return this.reader.getInsight(await this.activities.record(this.kind, input));
  }

  /** Any number at once, for imports; one result per item, in the order of the input. */
  writeInsights(inputs: readonly RecordInsightInput[], atomic: boolean): Promise<ItemOutcome[]> {
    return this.activities.write(this.kind, inputs, atomic);
  }

  private columnsOf(
    { account, segment, ourFunction, statement, learnedAt }: RecordInsightInput,
    { interactionId }: FoundForActivity,
  ): Omit<Insight, keyof StoredActivity> | StrataError {
    if (Boolean(account) === Boolean(segment)) {
      return new StrataError(
        'INVALID_INPUT',
        'An insight is about an account or about a segment: give exactly one.',
        ['account'],
      );
    }
    if (learnedAt > this.transaction.now) {
      return new StrataError('INVALID_INPUT', 'An insight is recorded once it was learned.', ['learnedAt']);
    }
    return { segment: segment ?? null, ourFunction, statement, interactionId, learnedAt };
  }
}
