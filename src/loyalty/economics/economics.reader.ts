import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { accountConditions } from '../../accounts/account-filter.reader.js';
import type { AccountFilter } from '../../accounts/accounts.inputs.js';
import { MethodReader } from '../../assessment/judging/method.reader.js';
import { StrataError } from '../../common/errors.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { Standing } from '../../domain/judgement-terms.js';
import { economicsOf, type Economics } from '../../domain/loyalty/economics/economics.js';
import type { CustomerFact, ProblemSpan } from '../../domain/loyalty/economics/economics-facts.js';
import { inputFault, type GivenInputs } from '../../domain/loyalty/economics/economics-inputs.js';
import { AccountKind } from '../../domain/terms.js';
import { LoyaltyEventsReader } from '../events/loyalty-events.reader.js';
import { refuseBiasedFilter } from '../outcome-filter.inputs.js';

/** Reads what the economics rest on: customers as they stand, what they did, and their problems. */
@Injectable()
export class EconomicsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly methods: MethodReader,
    private readonly events: LoyaltyEventsReader,
  ) {}

  /** INVALID_INPUT for inputs out of range, and for filters that would choose by what became of an account. */
  async readEconomics(filter: AccountFilter | null, given: GivenInputs = {}): Promise<Economics> {
    refuseBiasedFilter(filter);
    const fault = inputFault(given);
    if (fault) throw new StrataError('INVALID_INPUT', fault.message, ['inputs', fault.input]);
    const { today, now } = this.transaction;
    const { reportingCurrency: currency } = await this.methods.getMethod(now);
    const customers = await this.readCustomers(filter, currency);
    const accountIds = customers.map(({ accountId }) => accountId);
    const events = await this.events.readStanding({ accountIds, to: today });
    const problems = await this.readProblems(accountIds);
    return economicsOf({ today, currency, customers, events, problems }, given);
  }

  private readCustomers(filter: AccountFilter | null, currency: string): Promise<CustomerFact[]> {
    const { tenantId } = this.transaction;
    const where = [
      sql`a.tenant_id = ${tenantId}`,
      ...accountConditions({ ...filter, kind: AccountKind.CUSTOMER }, tenantId),
    ];
    return this.transaction.query<CustomerFact>(
      sql`SELECT a.id AS "accountId", a.lost_on IS NOT NULL AS "isLost",
            CASE WHEN a.annual_currency = ${currency} THEN a.annual_amount::text END AS "annualValue",
            coalesce(s.standing, ${Standing.UNKNOWN}) AS standing, s.risk
          FROM accounts a
          LEFT JOIN assessments s ON s.tenant_id = a.tenant_id AND s.account_id = a.id
          WHERE ${join(where, ' AND ')}
          ORDER BY a.id`,
    );
  }

  private readProblems(accountIds: readonly string[]): Promise<ProblemSpan[]> {
    return this.transaction.query<ProblemSpan>(
      sql`SELECT p.account_id AS "accountId", p.occurred_at AS "occurredAt", p.resolved_at AS "resolvedAt"
          FROM problems p
          WHERE p.tenant_id = ${this.transaction.tenantId} AND p.account_id = ANY(${accountIds}::uuid[])
          ORDER BY p.occurred_at, p.id`,
    );
  }
}
