import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessService } from '../../access/access.service.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { unknownFigure, type LiveFigure } from '../../domain/loyalty/checklist/live-figure.js';
import { liveFigures } from '../../domain/loyalty/checklist/live-figures.js';
import { PROBLEM_DAYS } from '../../domain/loyalty/economics/problems/problem-spans.js';
import { countedShare, type CountedShare } from '../../domain/loyalty/counted-share.js';
import { daysBefore } from '../../domain/instants.js';
import { Role } from '../../domain/rights.js';
import { AccountKind, ProblemStatus } from '../../domain/terms.js';
import { EconomicsReader } from '../economics/economics.reader.js';
import type { ChecklistRound } from './checklist-round.entity.js';

const OTHERS_ACCOUNTS = 'It is made of all customers, and you see your own accounts only.';

/** Reads the figures that stand beside the ratings. */
@Injectable()
export class LiveFiguresReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: AccessService,
    private readonly economics: EconomicsReader,
  ) {}

  /** As kept with a closed round, else as of now. Whoever sees some accounts only is not told of them all. */
  async readFigures(round: ChecklistRound | null): Promise<LiveFigure[]> {
    const figures = round?.figures ?? (await this.readPresent());
    if (this.access.caller.role !== Role.ACCOUNT_MANAGER) return figures;
    return figures.map(({ code, unit }) => unknownFigure(code, unit, OTHERS_ACCOUNTS));
  }

  /** As of now, of the accounts the caller sees. */
  async readPresent(): Promise<LiveFigure[]> {
    const economics = await this.economics.readEconomics(null);
    return liveFigures({ economics, recovery: await this.readRecovery() });
  }

  private async readRecovery(): Promise<CountedShare> {
    const { tenantId, now } = this.transaction;
    const counted = await this.transaction.one<{ of: number; hits: number }>(
      sql`SELECT count(*)::int AS "of", count(*) FILTER (WHERE p.status = ${ProblemStatus.RESOLVED} AND NOT EXISTS (
              SELECT 1 FROM knowledge_gaps g WHERE g.tenant_id = p.tenant_id AND g.problem_id = p.id))::int AS hits
          FROM problems p
          JOIN accounts a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
          WHERE p.tenant_id = ${tenantId} AND a.kind = ${AccountKind.CUSTOMER} AND a.lost_on IS NULL
            AND p.occurred_at >= ${daysBefore(now, PROBLEM_DAYS)} AND p.occurred_at <= ${now}`,
    );
    return countedShare(counted?.hits ?? 0, counted?.of ?? 0);
  }
}
