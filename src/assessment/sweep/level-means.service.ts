import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { ownMean } from '../../domain/standing/own-mean.js';
import { AccountKind, OrganisationLevel } from '../../domain/terms.js';
import { MethodReader } from '../judging/method.reader.js';

/** A mean that moved by less (points of 100) stays as it was: else every account's figures would shift a little each day. */
const SETTLED = 0.5;

/** Keeps the tenant's own means of the levels, around which few answers are judged. */
@Injectable()
export class LevelMeansService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly methods: MethodReader,
  ) {}

  /** Takes the means of all customer accounts as they stand; until enough were heard, there is none. */
  async refresh(): Promise<void> {
    const { method } = await this.methods.getMethod(this.transaction.now);
    for (const level of [OrganisationLevel.OPERATIONS, OrganisationLevel.MANAGEMENT]) {
      const standings = await this.readStandings(level);
      const mean = ownMean(standings, method.model);
      if (mean !== null)
        await this.store(
          level,
          mean,
          standings.reduce((sum, { heard }) => sum + heard, 0),
        );
    }
  }

  private readStandings(level: OrganisationLevel): Promise<{ score: number; heard: number }[]> {
    return this.transaction.query(
      sql`SELECT (l->>'score')::float8 AS score, sum((l->>'heard')::int)::int AS heard
          FROM assessments s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
          CROSS JOIN LATERAL jsonb_array_elements(s.levels) AS l
          WHERE s.tenant_id = ${this.transaction.tenantId} AND a.kind = ${AccountKind.CUSTOMER}
            AND l->>'level' = ${level} AND (l->>'heard')::int > 0
          GROUP BY l->>'score'`,
    );
  }

  private async store(level: OrganisationLevel, mean: number, heard: number): Promise<void> {
    const rounded = Math.round(mean * 100) / 100;
    await this.transaction.query(
      sql`INSERT INTO level_means (tenant_id, level, mean, heard, computed_at)
          SELECT ${this.transaction.tenantId}::uuid, ${level}, ${rounded}::float8, ${heard}::int, ${this.transaction.now}
          WHERE abs(${rounded}::float8 - coalesce((
            SELECT m.mean FROM level_means m WHERE m.tenant_id = ${this.transaction.tenantId} AND m.level = ${level}
            ORDER BY m.computed_at DESC LIMIT 1), -100)) >= ${SETTLED}
          ON CONFLICT DO NOTHING`,
    );
  }
}
