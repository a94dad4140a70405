import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { notFound, type InputPath } from '../../common/errors.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { type OwnPlace, ownPlace } from '../../domain/advocacy/benchmark/own-place.js';
import { DISCLOSURE, type Voice } from '../../domain/advocacy/benchmark/sample.js';
import { levelAt } from '../../domain/map/levels-held.js';
import { Provenance } from '../../domain/terms.js';
import { LevelsReader } from '../../stakeholders/seats/levels.reader.js';
import { Benchmark } from './benchmark.entity.js';

/** Reads what people of a segment answered, and what was published of it. */
@Injectable()
export class BenchmarksReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly levels: LevelsReader,
  ) {}

  /**
   * The latest answer of everybody at the customers of a segment, under the level held when it was given. The caller sees
   * only what the transaction lets them: a benchmark is made where all accounts are seen.
   */
  readVoices(segment: string, instrument: string): Promise<Voice[]> {
    return this.findVoices(instrument, sql`a.segment = ${segment} AND a.kind = 'CUSTOMER'`);
  }

  /** Where an account lies beside a benchmark; null if nobody there answered. */
  async findOwnPlace(accountId: string, { instrument, figures }: Benchmark): Promise<OwnPlace | null> {
    return ownPlace(await this.findVoices(instrument, sql`a.id = ${accountId}`), figures);
  }

  /** All that was published of a segment, oldest first. */
  listPublished(segment: string, instrument: string): Promise<Benchmark[]> {
    return this.transaction.query<Benchmark>(
      sql`SELECT ${select(Benchmark, 'b')} FROM benchmarks b
          WHERE b.tenant_id = ${this.transaction.tenantId} AND b.segment = ${segment} AND b.instrument = ${instrument}
          ORDER BY b.number`,
    );
  }

  async getBenchmark(id: string, path: InputPath): Promise<Benchmark> {
    const benchmark = (await this.findBenchmarks([id])).get(id);
    if (!benchmark) throw notFound('Benchmark', path);
    return benchmark;
  }

  /** Benchmarks by id. */
  async findBenchmarks(ids: readonly string[]): Promise<Map<string, Benchmark>> {
    const rows = await this.transaction.query<Benchmark>(
      sql`SELECT ${select(Benchmark, 'b')} FROM benchmarks b
          WHERE b.tenant_id = ${this.transaction.tenantId} AND b.id = ANY(${ids}::uuid[])`,
    );
    return new Map(rows.map((benchmark) => [benchmark.id, benchmark]));
  }

  /** Whether the tenant has a scale of that code. */
  async isOwnScale(code: string): Promise<boolean> {
    const row = await this.transaction.one(
      sql`SELECT n.code FROM instruments n WHERE n.tenant_id = ${this.transaction.tenantId} AND n.code = ${code}`,
    );
    return row !== null;
  }

  private async findVoices(instrument: string, which: Sql): Promise<Voice[]> {
    const { tenantId, now } = this.transaction;
    const rows = await this.transaction.query<Omit<Voice, 'level'> & { answeredAt: string }>(
      sql`SELECT DISTINCT ON (r.stakeholder_id) r.account_id AS "accountId", r.stakeholder_id AS "stakeholderId", r.score,
            r.answered_at AS "answeredAt"
          FROM satisfaction_answers r
          JOIN accounts a ON a.tenant_id = r.tenant_id AND a.id = r.account_id
          WHERE r.tenant_id = ${tenantId} AND ${which} AND r.instrument = ${instrument} AND r.score IS NOT NULL
            AND r.provenance = ${Provenance.CUSTOMER_STATED} AND r.answered_at <= ${now}
            AND r.answered_at >= ${now}::timestamptz - make_interval(days => ${DISCLOSURE.windowDays})
            AND NOT EXISTS (SELECT FROM satisfaction_answers c WHERE c.tenant_id = r.tenant_id AND c.supersedes_id = r.id)
          ORDER BY r.stakeholder_id, r.answered_at DESC, r.id DESC`,
    );
    const held = await this.levels.findLevelsHeld(rows.map(({ stakeholderId }) => stakeholderId));
    return rows.map(({ answeredAt, ...voice }) => ({
      ...voice,
      level: levelAt(held.get(voice.stakeholderId) ?? [], answeredAt),
    }));
  }
}
