import { Injectable } from '@nestjs/common';
import type { Account } from '../../accounts/account.entity.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { StrataError } from '../../common/errors.js';
import type { RefInput } from '../../common/reference.types.js';
import { handoutPage } from '../../domain/advocacy/benchmark/handout.js';
import { findBuiltInInstrument } from '../../domain/instruments/built-in.js';
import { Measure } from '../../domain/terms.js';
import type { Benchmark } from './benchmark.entity.js';
import { BenchmarksReader } from './benchmarks.reader.js';
import { type BenchmarkInLine, BenchmarksService } from './benchmarks.service.js';
import type { SegmentBenchmark } from './benchmarks.types.js';

/** Shows benchmarks: today's and those shown before, with their page for the customer. */
@Injectable()
export class SegmentBenchmarksReader {
  constructor(
    private readonly service: BenchmarksService,
    private readonly reader: BenchmarksReader,
    private readonly accounts: AccountsReader,
  ) {}

  /** INVALID_INPUT for an instrument there is not, or that has no scores; RULE_BROKEN where nothing may be published. */
  async getCurrent(segment: string, instrument: string, ref: RefInput | null): Promise<SegmentBenchmark> {
    const question = await this.getQuestion(instrument);
    const account = ref ? await this.accounts.getAccount(ref, ['account']) : null;
    return this.show(await this.service.publish(segment, instrument), question, account);
  }

  /** NOT_FOUND for one that was never shown. */
  async getShown(id: string): Promise<SegmentBenchmark> {
    return this.showAgain(await this.reader.getBenchmark(id, ['id']));
  }

  /** One as it was shown. */
  async showAgain(benchmark: Benchmark): Promise<SegmentBenchmark> {
    const published = await this.reader.listPublished(benchmark.segment, benchmark.instrument);
    const earlier = published.filter(({ number }) => number < benchmark.number);
    return this.show({ benchmark, earlier }, await this.getQuestion(benchmark.instrument), null);
  }

  private async show(
    { benchmark, earlier }: BenchmarkInLine,
    question: string,
    account: Account | null,
  ): Promise<SegmentBenchmark> {
    const { id, segment, instrument, publishedAt, figures } = benchmark;
    const place = account ? await this.reader.findOwnPlace(account.id, benchmark) : null;
    const trend = [...earlier, benchmark].map(({ publishedAt: on, figures: { mean, median } }) => ({
      publishedAt: on,
      mean,
      median,
    }));
    const asking = account && { name: account.name, place };
    const handout = handoutPage({ segment, question, figures, publishedAt, account: asking });
    return { id, segment, instrument, publishedAt, ...figures, trend, ownPlace: place, handout };
  }

  private async getQuestion(code: string): Promise<string> {
    const builtIn = findBuiltInInstrument(code);
    const hasScores = builtIn ? builtIn.measure !== Measure.INTENTION : await this.reader.isOwnScale(code);
    if (!hasScores)
      throw new StrataError('INVALID_INPUT', 'There is no instrument of this code that has scores.', [
        'instrument',
      ]);
    return builtIn?.description ?? code;
  }
}
