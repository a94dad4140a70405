import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessService } from '../../access/access.service.js';
import { groupBy } from '../../common/batching.js';
import { StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import type { List } from '../../database/statements/gathering.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { FlagActor, FlagOutcome, FlagRefusal } from '../../domain/flags/flag-actions.js';
import { flagsAfter } from '../../domain/flags/flag-after.js';
import type { FlagChange } from '../../domain/flags/flag.js';
import type { FlagMethod } from '../../domain/flags/flag.js';
import type { RiskReasonCode } from '../../domain/judgement-terms.js';
import { FlagEvent } from './flag-event.entity.js';
import { Flag } from './flag.entity.js';
import { FlagsReader } from './flags.reader.js';

const REFUSALS: Record<FlagRefusal, { message: string; field: string }> = {
  CLOSED: { message: 'The flag is closed: reopen it first.', field: 'id' },
  NOT_CLOSED: { message: 'The flag is not closed.', field: 'id' },
  SNOOZE_NOT_AHEAD: { message: 'A flag rests until a day that is still to come.', field: 'until' },
  REASON_MISSING: { message: 'Say why.', field: 'reason' },
};

/** Which reasons hold for an account. */
export interface Holding {
  accountId: string;
  reasonCodes: readonly RiskReasonCode[];
}

/** A flag with what became of it. */
interface Changed {
  id: string;
  accountId: string;
  code: RiskReasonCode;
  change: FlagChange;
}

/** Gives reasons a life: opened and closed by the method, worked on by people. */
@Injectable()
export class FlagsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: FlagsReader,
    private readonly access: AccessService,
  ) {}

  /** All flags of these accounts, for `follow`: a list to gather. */
  listOf(accountIds: readonly string[]): List {
    return this.reader.listOf(accountIds);
  }

  /**
   * Brings the flags of accounts in step with the reasons that hold now.
   * @param stored all flags of these accounts, read after the caller has locked them.
   */
  async follow(holdings: readonly Holding[], stored: readonly Flag[], method: FlagMethod): Promise<void> {
    const known = groupBy(stored, ({ accountId }) => accountId);
    const changes = holdings.flatMap(({ accountId, reasonCodes }) => {
      const flags = new Map((known.get(accountId) ?? []).map((flag) => [flag.code, flag]));
      const after = flagsAfter(flags, new Set(reasonCodes), this.transaction.now, method);
      return [...after].map(([code, change]) => ({
        id: flags.get(code)?.id ?? newId(),
        accountId,
        code,
        change,
      }));
    });
    await this.store(changes);
  }

  /** What a person does to a flag; RULE_BROKEN where it cannot be. */
  async act(id: string, action: (flag: Flag, actor: FlagActor) => FlagOutcome): Promise<Flag> {
    await this.lock(id);
    const flag = await this.reader.getFlag(id);
    const outcome = action(flag, { byId: this.access.caller.user?.id ?? null, at: this.transaction.now });
    if (!outcome.ok) {
      const { message, field } = REFUSALS[outcome.reason];
      throw new StrataError(field === 'id' ? 'RULE_BROKEN' : 'INVALID_INPUT', message, [field], {
        rule: outcome.reason,
      });
    }
    const { accountId, code } = flag;
    await this.store([{ id, accountId, code, change: outcome }]);
    return this.reader.getFlag(id);
  }

  private async store(changes: readonly Changed[]): Promise<void> {
    if (changes.length === 0) return;
    const { tenantId } = this.transaction;
    const rows = changes.map(({ id, accountId, code, change: { flag } }) => ({
      tenantId,
      id,
      accountId,
      code,
      status: flag.status,
      openedAt: flag.openedAt,
      closedAt: flag.closedAt,
      snoozedUntil: flag.snoozedUntil,
      closedByPerson: flag.closedByPerson,
      lastEventAt: flag.lastEventAt,
      goneSince: flag.goneSince,
    }));
    await this.transaction.query(sql`${insertRows(Flag, rows)} ON CONFLICT (tenant_id, id) DO UPDATE SET
      status = excluded.status, opened_at = excluded.opened_at, closed_at = excluded.closed_at,
      snoozed_until = excluded.snoozed_until, closed_by_person = excluded.closed_by_person,
      last_event_at = excluded.last_event_at, gone_since = excluded.gone_since`);
    const events = changes.flatMap(({ id: flagId, change }) =>
      change.events.map((event) => ({ tenantId, id: newId(), flagId, ...event })),
    );
    if (events.length > 0) await this.transaction.query(insertRows(FlagEvent, events));
  }

  /** Of two who act on one flag, or on its account, the second waits here. */
  private async lock(id: string): Promise<void> {
    await this.transaction.query(
      sql`SELECT a.id FROM accounts a JOIN flags f ON f.tenant_id = a.tenant_id AND f.account_id = a.id
          WHERE a.tenant_id = ${this.transaction.tenantId} AND f.id = ${id} FOR NO KEY UPDATE OF a`,
    );
  }
}
