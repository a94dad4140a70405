import { Injectable } from '@nestjs/common';
import { notFound, StrataError } from '../../common/errors.js';
import type { ItemOutcome } from '../../common/upsert.types.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { ActivitiesService } from '../activities.service.js';
import type { ActivityKind, StoredActivity } from '../activity-plans.service.js';
import type { FoundForActivity } from '../activity-references.reader.js';
import type { Benchmark } from '../benchmarks/benchmark.entity.js';
import { BenchmarksReader } from '../benchmarks/benchmarks.reader.js';
import { TeachingParticipant } from './teaching-participant.entity.js';
import { Teaching } from './teaching.entity.js';
import { RecordTeachingInput } from './teachings.inputs.js';
import { TeachingsReader } from './teachings.reader.js';

/** Records what we showed to customers. */
@Injectable()
export class TeachingsService {
  private readonly kind: ActivityKind<RecordTeachingInput, Teaching, TeachingParticipant> = {
    rules: RecordTeachingInput,
    entity: Teaching,
    table: 'teachings',
    names: ({ account, stakeholders }) => ({
      account,
      people: stakeholders,
      peopleField: 'stakeholders',
      interactionId: null,
    }),
    columns: (input, found) => this.columnsOf(input, found),
    linkEntity: TeachingParticipant,
    link: (teachingId, stakeholderId) => ({ teachingId, stakeholderId }),
    people: (ids) => this.reader.findParticipants(ids),
  };

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly activities: ActivitiesService,
    private readonly reader: TeachingsReader,
    private readonly benchmarks: BenchmarksReader,
  ) {}

  async recordTeaching(input: RecordTeachingInput): Promise<Teaching> {
    return this.reader.getTeaching(await this.activities.record(this.kind, input));
  }

  /** Any number at once, for imports; one result per item, in the order of the input. */
  writeTeachings(inputs: readonly RecordTeachingInput[], atomic: boolean): Promise<ItemOutcome[]> {
    return this.activities.write(this.kind, inputs, atomic);
  }

  private async columnsOf(
    input: RecordTeachingInput,
    { accountId }: FoundForActivity,
  ): Promise<Omit<Teaching, keyof StoredActivity> | StrataError> {
    const { topic, taughtAt, response, ourFunction, benchmark: id } = input;
    if (taughtAt > this.transaction.now) {
      return new StrataError('INVALID_INPUT', 'What was shown is recorded once it was shown.', ['taughtAt']);
    }
    const benchmark = id ? await this.findBenchmark(id) : null;
    if (id && !benchmark) return notFound('Benchmark', ['benchmark']);
    return {
      topic,
      benchmarkId: benchmark?.id ?? null,
      ownPlace: benchmark && accountId ? await this.benchmarks.findOwnPlace(accountId, benchmark) : null,
      ourFunction: ourFunction ?? this.activities.callersFunction,
      response: response ?? null,
      taughtAt,
    };
  }

  private async findBenchmark(id: string): Promise<Benchmark | null> {
    return (await this.benchmarks.findBenchmarks([id])).get(id) ?? null;
  }
}
