import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { assess } from '../../domain/assessment.js';
import type { AccountFacts, Instant } from '../../domain/facts.js';
import { valueAtRisk } from '../../domain/value-at-risk.js';
import { assessmentInWords } from '../../domain/wording/assessment-in-words.js';
import type { Assessment } from '../assessment.entity.js';
import type { AccountState } from './facts/facts.reader.js';
import type { TenantMethod } from './method.reader.js';

/** A judgement as it is stored. */
export type Judgement = Omit<Assessment, 'tenantId' | 'valueAtRisk' | 'account'>;

/** Judges accounts by what is recorded about them. */
@Injectable()
export class JudgementReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** `facts` by account; an account without facts is left out. */
  async judge(
    states: readonly AccountState[],
    facts: ReadonlyMap<string, AccountFacts>,
    at: Instant,
    method: TenantMethod,
  ): Promise<Judgement[]> {
    const ourNames = await this.readOurNames([...facts.values()]);
    return states.flatMap((state) => {
      const known = facts.get(state.accountId);
      return known ? [judgementOf(state, known, at, { method, ourNames })] : [];
    });
  }

  /** The names of our people that a reason may mention. */
  private async readOurNames(facts: readonly AccountFacts[]): Promise<Map<string, string>> {
    const ids = new Set(facts.flatMap(ourPeopleIn));
    if (ids.size === 0) return new Map();
    const rows = await this.transaction.query<{ id: string; name: string }>(
      sql`SELECT u.id, u.name FROM users u WHERE u.tenant_id = ${this.transaction.tenantId} AND u.id = ANY(${[...ids]}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}

function ourPeopleIn({ interactions, team, commitments }: AccountFacts): string[] {
  const ids = [
    ...interactions.map(({ loggedById }) => loggedById),
    ...team.map(({ userId }) => userId),
    ...commitments.map(({ ownerId }) => ownerId),
  ];
  return ids.filter((id) => id !== null);
}

function judgementOf(
  { accountId, annualAmount, annualCurrency }: AccountState,
  facts: AccountFacts,
  at: Instant,
  { method, ourNames }: { method: TenantMethod; ourNames: ReadonlyMap<string, string> },
): Judgement {
  const assessment = assess(facts, at, method);
  const { standing, risk, decidingLevels, divergence, assessedAt, methodVersion } = assessment;
  const theirNames = new Map(facts.stakeholders.map(({ id, fullName }) => [id, fullName]));
  const words = assessmentInWords(assessment, (id) => theirNames.get(id) ?? ourNames.get(id));
  const amountAtRisk = annualAmount === null ? null : valueAtRisk(annualAmount, risk);
  const { direction, grade, gap, probability, cause } = divergence;
  return {
    accountId,
    standing,
    risk,
    amountAtRisk,
    currency: annualCurrency,
    sortValue: annualCurrency === method.reportingCurrency ? Number(amountAtRisk ?? -1) : -1,
    decidingLevels: [...decidingLevels],
    levels: assessment.levels.map(
      ({ level, known, heard, score, low, high, ourEstimate, lastHeardAt, lastContactAt }) => ({
        level,
        known,
        heard,
        score,
        low,
        high,
        ourEstimate,
        lastHeardAt,
        lastContactAt,
      }),
    ),
    divergence: { direction, grade, gap, probability, cause, nextAction: words.nextAction },
    reasons: words.reasons,
    reasonCodes: words.reasons.map(({ code }) => code),
    assessedAt,
    methodVersion,
  };
}
