import { Injectable } from '@nestjs/common';
import { refuseLargeBatch, rejected, writeBatch, type Item, type WrittenItems } from '../common/batch.js';
import { StrataError } from '../common/errors.js';
import { newId } from '../common/new-id.js';
import { UpsertStatus, type ItemOutcome } from '../common/upsert.types.js';
import { insertRows, updateVersionedRows } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { saysTheSame } from '../domain/map/record.js';
import { StatedBy } from '../domain/terms.js';
import { AccountExternalId } from './account-external-id.entity.js';
import { AccountState } from './account-state.entity.js';
import { Account } from './account.entity.js';
import type { AccountInput } from './accounts.inputs.js';
import { AccountsReader } from './accounts.reader.js';
import type { AccountResult } from './accounts.types.js';
import type { AccountPlan } from './upsert/account-plan.types.js';
import { AccountPlansService } from './upsert/account-plans.service.js';

@Injectable()
export class AccountsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly plans: AccountPlansService,
    private readonly reader: AccountsReader,
  ) {}

  /** Creates or changes up to 200 accounts and shows each as it is afterwards. */
  async upsertAccounts(
    inputs: readonly AccountInput[],
    atomic: boolean,
  ): Promise<{ results: AccountResult[] }> {
    refuseLargeBatch(inputs, 'accounts');
    const outcomes = await this.writeAccounts(inputs, atomic, StatedBy.PERSON);
    // What is written may tell another structure: it is shown as inferred.
    await this.transaction.refreshTouched();
    const accounts = await this.reader.findAccounts(outcomes.flatMap(({ id }) => (id ? [id] : [])));
    const results = outcomes.map(({ index, status, id, error }) => ({
      index,
      status,
      account: id ? (accounts.get(id) ?? null) : null,
      error,
    }));
    return { results };
  }

  /** The same without reading the accounts back, for imports, whose fields never overwrite what a person stated. */
  async writeAccounts(
    inputs: readonly AccountInput[],
    atomic: boolean,
    statedBy: StatedBy,
  ): Promise<ItemOutcome[]> {
    const write = (items: readonly Item<AccountInput>[]) => this.writeItems(items, statedBy);
    return writeBatch(inputs, write, atomic, (work) => this.transaction.savepoint(work));
  }

  private async writeItems(
    items: readonly Item<AccountInput>[],
    statedBy: StatedBy,
  ): Promise<WrittenItems<AccountInput>> {
    const { planned, later } = await this.plans.plan(items, statedBy);
    const accepted = planned.flatMap((plan) => ('refused' in plan ? [] : [plan]));
    const created = accepted.filter(({ before }) => before === null);
    const changed = accepted.filter(({ before, after }) => before !== null && !saysTheSame(after, before));
    await this.insert(created);
    const updated = await this.update(changed);
    const overtaken = changed.filter(({ id }) => !updated.has(id));
    await this.link(accepted.filter((plan) => plan.addsExternal && !overtaken.includes(plan)));
    await this.recordStates([...created, ...changed.filter(({ id }) => updated.has(id))]);
    this.transaction.touch([...created.map(({ id }) => id), ...updated]);
    const outcomes = planned.map((plan) =>
      'refused' in plan ? rejected(plan.index, plan.refused) : outcomeOf(plan, changed, updated),
    );
    return { outcomes, later };
  }

  private async insert(plans: readonly AccountPlan[]): Promise<void> {
    if (plans.length === 0) return;
    const { tenantId } = this.transaction;
    const now = this.transaction.now;
    const rows = plans.map(({ id, after }) => ({
      tenantId,
      id,
      ...after,
      version: 1,
      createdAt: now,
      updatedAt: now,
    }));
    await this.transaction.query(insertRows(Account, rows));
  }

  /** The ids that were written; an account somebody else changed in the meantime is not among them. */
  private async update(plans: readonly AccountPlan[]): Promise<Set<string>> {
    if (plans.length === 0) return new Set();
    const { tenantId } = this.transaction;
    const updatedAt = this.transaction.now;
    const rows = plans.map(({ id, after, before }) => ({
      tenantId,
      id,
      version: before?.version ?? 0,
      ...after,
      updatedAt,
    }));
    const written = await this.transaction.query<{ id: string }>(
      updateVersionedRows(Account, rows, tenantId),
    );
    return new Set(written.map(({ id }) => id));
  }

  private async link(plans: readonly AccountPlan[]): Promise<void> {
    const rows = plans.flatMap(({ id, input: { external } }) =>
      external
        ? [
            {
              tenantId: this.transaction.tenantId,
              system: external.system,
              externalId: external.id,
              accountId: id,
            },
          ]
        : [],
    );
    if (rows.length > 0) await this.transaction.query(insertRows(AccountExternalId, rows));
  }

  private async recordStates(plans: readonly AccountPlan[]): Promise<void> {
    const recordedAt = this.transaction.now;
    const rows = plans.map(
      ({ id: accountId, after: { structure, structureBasis, annualAmount, annualCurrency } }) => ({
        tenantId: this.transaction.tenantId,
        id: newId(),
        accountId,
        recordedAt,
        structure,
        structureBasis,
        annualAmount,
        annualCurrency,
      }),
    );
    if (rows.length > 0) await this.transaction.query(insertRows(AccountState, rows));
  }
}

function outcomeOf(
  plan: AccountPlan,
  changed: readonly AccountPlan[],
  updated: ReadonlySet<string>,
): ItemOutcome {
  const { index, id, before, addsExternal } = plan;
  if (before === null) return { index, status: UpsertStatus.CREATED, id, error: null };
  if (changed.includes(plan) && !updated.has(id)) {
    return rejected(
      index,
      new StrataError('CONFLICT', 'Somebody else changed the account just now: read it again.'),
    );
  }
  const touched = changed.includes(plan) || addsExternal;
  return { index, status: touched ? UpsertStatus.UPDATED : UpsertStatus.UNCHANGED, id, error: null };
}
