import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { assess, type AccountAssessment } from '../../domain/assessment.js';
import type { AccountFacts, Instant } from '../../domain/facts.js';
import { assessmentInWords } from '../../domain/wording/assessment-in-words.js';
import type { RiskReason } from '../assessment.types.js';
import type { Assessment } from '../assessment.entity.js';
import { FactsReader } from './facts.reader.js';
import { MethodReader, type TenantMethod } from './method.reader.js';

/** A judgement as it is stored, with the value the account had when it was made. */
export type Judgement = Omit<Assessment, 'tenantId' | 'valueAtRisk' | 'account'> & AccountValue;

interface AccountValue {
  annualAmount: string | null;
  annualCurrency: string | null;
}

/** Judges accounts by what is recorded about them. */
@Injectable()
export class JudgementReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly facts: FactsReader,
    private readonly methods: MethodReader,
  ) {}

  async judge(accountIds: readonly string[], at: Instant): Promise<Judgement[]> {
    const method = await this.methods.getMethod();
    const facts = await this.facts.readFacts(accountIds, at);
    const values = await this.readValues(accountIds);
    const names = await this.readOurNames(facts);
    return [...facts].map(([accountId, known]) => {
      const assessment = assess(known, at, method);
      return inRow(accountId, assessment, known, values.get(accountId) ?? NO_VALUE, { names, method });
    });
  }

  private async readValues(accountIds: readonly string[]): Promise<Map<string, AccountValue>> {
    const rows = await this.transaction.query<AccountValue & { id: string }>(
      sql`SELECT a.id, a.annual_amount AS "annualAmount", a.annual_currency AS "annualCurrency" FROM accounts a
          WHERE a.tenant_id = ${this.transaction.tenantId} AND a.id = ANY(${accountIds}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The names of our people who met the customer: a reason may name them. */
  private async readOurNames(facts: ReadonlyMap<string, AccountFacts>): Promise<Map<string, string>> {
    const ids = new Set([...facts.values()].flatMap(({ interactions }) => interactions.flatMap(({ loggedById }) => loggedById ?? [])));
    if (ids.size === 0) return new Map();
    const rows = await this.transaction.query<{ id: string; name: string }>(
      sql`SELECT u.id, u.name FROM users u WHERE u.tenant_id = ${this.transaction.tenantId} AND u.id = ANY(${[...ids]}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}

const NO_VALUE: AccountValue = { annualAmount: null, annualCurrency: null };

function inRow(
  accountId: string,
  assessment: AccountAssessment,
  facts: AccountFacts,
  { annualAmount, annualCurrency }: AccountValue,
  { names, method }: { names: ReadonlyMap<string, string>; method: TenantMethod },
): Judgement {
  const theirNames = new Map(facts.stakeholders.map(({ id, fullName }) => [id, fullName]));
  const words = assessmentInWords(assessment, (id) => theirNames.get(id) ?? names.get(id));
  const { standing, risk, decidingLevels, assessedAt, methodVersion, divergence, reasons } = assessment;
  const comparable = annualAmount !== null && annualCurrency === method.reportingCurrency;
  return {
    accountId,
    standing,
    risk,
    sortValue: comparable ? (Number(annualAmount) * risk).toFixed(2) : '-1',
    decidingLevels: [...decidingLevels],
    levels: assessment.levels.map(({ level, known, heard, score, low, high, ourEstimate, lastHeardAt, lastContactAt }) => ({
      level,
      known,
      heard,
      score,
      low,
      high,
      ourEstimate,
      lastHeardAt,
      lastContactAt,
    })),
    divergence: {
      direction: divergence.direction,
      grade: divergence.grade,
      gap: divergence.gap,
      probability: divergence.probability,
      cause: divergence.cause,
      nextAction: words.nextAction,
    },
    reasons: words.reasons as RiskReason[],
    reasonCodes: reasons.map(({ code }) => code),
    assessedAt,
    methodVersion,
    annualAmount,
    annualCurrency,
  };
}
