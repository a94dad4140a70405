import { Injectable } from '@nestjs/common';
import { assertUnreachable, StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { PublishedFigures } from '../../domain/advocacy/benchmark/figures.js';
import { publicationOf } from '../../domain/advocacy/benchmark/publication.js';
import { DISCLOSURE, type SampleRefusal, type Voice } from '../../domain/advocacy/benchmark/sample.js';
import { Benchmark } from './benchmark.entity.js';
import { BenchmarksReader } from './benchmarks.reader.js';

/** A benchmark that may be shown now, and those of the segment before it, oldest first. */
export interface BenchmarkInLine {
  benchmark: Benchmark;
  earlier: readonly Benchmark[];
}

/** Publishes benchmarks of segments, and keeps each as it was shown. */
@Injectable()
export class BenchmarksService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: BenchmarksReader,
  ) {}

  /**
   * The benchmark that may be shown now: the last one, or a new one once enough has changed. It is made in an operation of
   * its own, because a question is answered read-only and an account manager sees their own accounts only, while a
   * benchmark is kept and counts all of them. RULE_BROKEN, with every reason, when the sample may not be published.
   */
  publish(segment: string, instrument: string): Promise<BenchmarkInLine> {
    const { tenantId, now: at } = this.transaction;
    return this.transaction.aside({ tenantId, ownerId: null, access: 'write', at }, () =>
      this.publishWithin(segment, instrument),
    );
  }

  /** The same within the operation under way, which must see all accounts of the tenant and be allowed to write. */
  async publishWithin(segment: string, instrument: string): Promise<BenchmarkInLine> {
    const voices = await this.reader.readVoices(segment, instrument);
    const earlier = await this.reader.listPublished(segment, instrument);
    const publication = publicationOf(voices, earlier, this.transaction.now);
    const last = earlier.at(-1);
    switch (publication.kind) {
      case 'REFUSED':
        throw refusal(publication.refusals);
      case 'KEPT':
        if (!last) throw new Error('A benchmark is kept that was never published.');
        return { benchmark: last, earlier: earlier.slice(0, -1) };
      case 'RENEWED': {
        const which = { segment, instrument, number: (last?.number ?? 0) + 1 };
        return { benchmark: await this.keep(which, publication.figures, voices), earlier };
      }
      default:
        return assertUnreachable(publication);
    }
  }

  /** Of two who publish the next one at once, one does and the other shows that one too. */
  private async keep(
    which: Pick<Benchmark, 'segment' | 'instrument' | 'number'>,
    figures: PublishedFigures,
    voices: readonly Voice[],
  ): Promise<Benchmark> {
    const { tenantId, now: publishedAt } = this.transaction;
    const benchmark: Benchmark = { tenantId, id: newId(), ...which, figures, voices, publishedAt };
    const statement = insertRows(Benchmark, [benchmark], { skipTaken: true, returning: 'id' });
    if ((await this.transaction.query(statement)).length > 0) return benchmark;
    const stored = (await this.reader.listPublished(which.segment, which.instrument)).at(-1);
    if (!stored) throw new Error('A benchmark that was just published cannot be read.');
    return stored;
  }
}

const MESSAGE =
  'Too little to publish: a benchmark needs at least five accounts, none with more than half of the answers.';

function refusal(refusals: readonly SampleRefusal[]): StrataError {
  const { accounts, largestShare } = DISCLOSURE;
  return new StrataError('RULE_BROKEN', MESSAGE, ['segment'], { reasons: refusals, accounts, largestShare });
}
