import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../accounts/accounts.service.js';
import { isRejected } from '../../common/batch.js';
import { externalKey } from '../../common/reference.types.js';
import type { ItemOutcome } from '../../common/upsert.types.js';
import { StatedBy } from '../../domain/terms.js';
import { accountOf, type AccountRow } from '../rows/account-row.js';
import { mapped } from '../rows/row-values.js';
import { withoutOpenReferences } from './open-references.js';
import type { ImportRun, ReadySource } from '../run/import-run.js';
import { streamReferences } from '../run/reference-stream.js';
import { streamRows, type WritableRow } from '../run/row-stream.js';

/** Imports accounts. */
@Injectable()
export class AccountRowsService {
  constructor(private readonly accounts: AccountsService) {}

  /** Imports a file of accounts, and then the parents that come later in it than their children. */
  async importRows(ready: ReadySource, run: ImportRun): Promise<void> {
    const open = new Set<number>();
    await streamRows<AccountRow>(ready, run, {
      toInput: (values) => {
        const account = accountOf(values, ready.ids, run.currency);
        const domain = values.values.get('domain');
        if (account.ok && domain) run.domains.set(externalKey(account.input.external), domain.toLowerCase());
        return account.ok ? mapped(valued(account.input, run)) : account;
      },
      identity: ({ external }) => external,
      write: (rows) => this.write(rows, run, open),
    });
    await streamReferences<AccountRow>(ready, run, open, {
      toInput: (values) => accountOf(values, ready.ids, run.currency),
      write: (rows) =>
        this.writeAccounts(rows.map(({ input: { external, parent } }) => ({ external, parent }))),
    });
  }

  /** Gives accounts that are in no file the value that their deals tell. Returns how many there were. */
  async writeValues(run: ImportRun): Promise<void> {
    const values = run.deals.unsettled();
    if (values.length === 0) return;
    const outcomes = await run.session.batch(() =>
      this.writeAccounts(values.map(({ account, annualValue }) => ({ external: account, annualValue }))),
    );
    for (const { index } of outcomes.filter(isRejected)) {
      const value = values[index];
      if (value) run.deals.refuse(value.account);
    }
  }

  private async write(
    rows: readonly WritableRow<AccountRow>[],
    run: ImportRun,
    open: Set<number>,
  ): Promise<ItemOutcome[]> {
    const outcomes = await withoutOpenReferences(rows, 'parent', open, (inputs) =>
      this.writeAccounts(inputs),
    );
    for (const { index } of outcomes.filter((outcome) => !isRejected(outcome))) {
      const external = rows[index]?.input.external;
      if (external) run.deals.settle(external);
    }
    return outcomes;
  }

  private writeAccounts(inputs: readonly AccountRow[]): Promise<ItemOutcome[]> {
    return this.accounts.writeAccounts(inputs, false, StatedBy.FIELD);
  }
}

/** What deals say about the value, unless the account file says it itself. */
function valued(account: AccountRow, { deals }: ImportRun): AccountRow {
  const annualValue = account.annualValue ?? deals.find(account.external);
  return annualValue ? { ...account, annualValue } : account;
}
