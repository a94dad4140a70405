import { Injectable } from '@nestjs/common';
import { StrataError } from '../common/errors.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import {
  accountGuards,
  type AskGuard,
  AskGuardCode,
  askableFrom,
  personGuard,
} from '../domain/advocacy/ask-guard.js';
import { guardInWords } from '../domain/advocacy/wording/guard-sentences.js';
import type { CalendarDate, Instant } from '../domain/facts.js';
import type { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { type AccountAdvocacy, AccountAdvocacyReader } from './account-advocacy.reader.js';
import type { GuardInWords } from './advocates.types.js';

/** What forbids asking somebody, and from when on it no longer does. */
export interface Guarded {
  guards: GuardInWords[];
  askableFrom: CalendarDate | null;
}

/** Finds out whether people may be asked for something. */
@Injectable()
export class GuardsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountAdvocacyReader,
  ) {}

  /** What forbids asking each of these people now. */
  async findGuarded(people: readonly Pick<Stakeholder, 'id' | 'accountId'>[]): Promise<Map<string, Guarded>> {
    const accounts = await this.accounts.read([...new Set(people.map(({ accountId }) => accountId))]);
    const { now } = this.transaction;
    return new Map(
      people.flatMap(({ id, accountId }) => {
        const account = accounts.get(accountId);
        return account ? [[id, guardedAt(id, account, now)] as const] : [];
      }),
    );
  }

  /** What forbade asking this person at an instant, by what is known of it now. */
  async getGuarded({ id, accountId }: Stakeholder, at: Instant): Promise<Guarded> {
    const account = (await this.accounts.read([accountId])).get(accountId);
    if (!account) throw new Error('An account that was just read has no facts.');
    return guardedAt(id, account, at);
  }
}

function guardedAt(id: string, { facts, advocacy, settings, nameOf }: AccountAdvocacy, at: Instant): Guarded {
  const own = personGuard(id, advocacy, at, settings.method.advocacy);
  const guards = [...accountGuards(facts, at, settings), ...(own ? [own] : [])];
  const inWords = (guard: AskGuard): GuardInWords => ({
    code: guard.code,
    reason: guardInWords(guard, nameOf),
    until: guard.code === AskGuardCode.ASKED_RECENTLY ? guard.until : null,
  });
  return { guards: guards.map(inWords), askableFrom: askableFrom(guards, at.slice(0, 10)) };
}

/** The error that says why somebody is not to be asked. */
export function askingRefused({ guards, askableFrom: from }: Guarded): StrataError {
  return new StrataError(
    'RULE_BROKEN',
    'Asking is guarded: do first what the reasons say, or give an overrideReason, which is kept.',
    ['input'],
    {
      guardedBy: guards.map(({ code }) => code),
      reasons: guards.map(({ reason }) => reason),
      askableFrom: from,
    },
  );
}
