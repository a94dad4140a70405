import { Injectable } from '@nestjs/common';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { FlagsReader } from '../../assessment/flags/flags.reader.js';
import { FlagsService } from '../../assessment/flags/flags.service.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { acknowledgeFlag, closeFlag, snoozeFlag } from '../../domain/flags/flag-actions.js';
import type { RiskReasonCode } from '../../domain/judgement-terms.js';
import { dayAgo } from '../days.js';
import type { FlagHappening } from './events.js';
import { accountRef } from './references.js';

/** Does to flags what people did to them. */
@Injectable()
export class FlagEventsService {
  constructor(
    private readonly flags: FlagsService,
    private readonly reader: FlagsReader,
    private readonly accounts: AccountsReader,
    private readonly transaction: TenantTransaction,
  ) {}

  async write(accountKey: string, happening: FlagHappening): Promise<void> {
    const { id: accountId } = await this.accounts.getAccount(accountRef(accountKey), ['account']);
    // A flag is there once its account has been judged today.
    this.transaction.touch([accountId]);
    await this.transaction.refreshTouched();
    if (happening.what === 'looked') return;
    const id = await this.flagId(accountId, happening.code);
    if (happening.what === 'acknowledged') await this.flags.act(id, acknowledgeFlag);
    else if (happening.what === 'closed')
      await this.flags.act(id, (flag, actor) => closeFlag(flag, happening.reason, actor));
    else {
      const until = dayAgo(this.transaction.now, -happening.forDays);
      await this.flags.act(id, (flag, actor) => snoozeFlag(flag, until, actor));
    }
  }

  private async flagId(accountId: string, code: RiskReasonCode): Promise<string> {
    const flags = (await this.reader.findOfAccounts([accountId])).get(accountId) ?? [];
    const flag = flags.find((each) => each.code === code);
    if (!flag) throw new Error(`The demo acts on a flag ${code} that is not there.`);
    return flag.id;
  }
}
