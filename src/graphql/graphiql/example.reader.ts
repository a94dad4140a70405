import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { TenantTransaction } from '../../database/tenant-transaction.js';

/** An account and one of its people, to fill into the first questions. */
export interface Example {
  accountId: string;
  stakeholderId: string;
}

/** Finds something real to ask about. */
@Injectable()
export class ExampleReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The riskiest account with somebody active; null while nobody is known. */
  findExample(): Promise<Example | null> {
    const { tenantId } = this.transaction;
    return this.transaction.one<Example>(
      sql`SELECT s.account_id AS "accountId", s.id AS "stakeholderId" FROM assessments j
          JOIN stakeholders s ON s.tenant_id = j.tenant_id AND s.account_id = j.account_id
          WHERE j.tenant_id = ${tenantId} AND s.ended_on IS NULL ORDER BY j.risk DESC, s.id LIMIT 1`,
    );
  }
}
