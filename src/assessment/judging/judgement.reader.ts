import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { assess, type AccountAssessment } from '../../domain/assessment.js';
import type { AccountFacts, Instant } from '../../domain/facts.js';
import { valueAtRisk } from '../../domain/value-at-risk.js';
import { assessmentInWords, type AssessmentInWords } from '../../domain/wording/assessment-in-words.js';
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
    const assessed = states.flatMap((state) => {
      const known = facts.get(state.accountId);
      return known ? [assessedOf(state, known, assess(known, at, method))] : [];
    });
    const ourNames = await this.readNames(new Set(assessed.flatMap(({ named }) => named)));
    return assessed.map(({ state, assessment, theirNames, named, words }) => {
      const nameOf = (id: string) => theirNames.get(id) ?? ourNames.get(id);
      const told = named.length === 0 ? words : assessmentInWords(assessment, nameOf);
      return judgementOf(state, assessment, told, method.reportingCurrency);
    });
  }

  /** The names of our people. */
  private async readNames(ids: ReadonlySet<string>): Promise<Map<string, string>> {
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

/** An assessment with the words for it. */
interface Assessed {
  state: AccountState;
  assessment: AccountAssessment;
  theirNames: ReadonlyMap<string, string>;
  /** Who of our people is named in it. */
  named: readonly string[];
  /** Without their names: most assessments name none of our people, and those of the account are among the facts. */
  words: AssessmentInWords;
}

function assessedOf(state: AccountState, facts: AccountFacts, assessment: AccountAssessment): Assessed {
  const theirNames = new Map(facts.stakeholders.map(({ id, fullName }) => [id, fullName]));
  const unknown = new Set<string>();
  const words = assessmentInWords(assessment, (id) => {
    const name = theirNames.get(id);
    if (name === undefined) unknown.add(id);
    return name;
  });
  const named = unknown.size === 0 ? [] : ourPeopleIn(facts).filter((id) => unknown.has(id));
  return { state, assessment, theirNames, named, words };
}

function judgementOf(
  { accountId, annualAmount, annualCurrency }: AccountState,
  assessment: AccountAssessment,
  words: AssessmentInWords,
  reportingCurrency: string,
): Judgement {
  const { standing, risk, decidingLevels, divergence, assessedAt, methodVersion } = assessment;
  const amountAtRisk = annualAmount === null ? null : valueAtRisk(annualAmount, risk);
  const { direction, grade, gap, probability, cause } = divergence;
  return {
    accountId,
    standing,
    risk,
    amountAtRisk,
    currency: annualCurrency,
    sortValue: annualCurrency === reportingCurrency ? Number(amountAtRisk ?? -1) : -1,
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
