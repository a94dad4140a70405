import { Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { notFound, StrataError } from '../common/errors.js';
import { refKey, type RefInput } from '../common/reference.types.js';
import { StakeholderReferencesReader } from '../stakeholders/stakeholder-references.reader.js';
import type { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../stakeholders/stakeholders.reader.js';

/** Finds an account and some of its people. */
@Injectable()
export class ParticipantsReader {
  constructor(
    private readonly accounts: AccountsReader,
    private readonly references: StakeholderReferencesReader,
    private readonly stakeholders: StakeholdersReader,
  ) {}

  /** NOT_FOUND for whom there is not; RULE_BROKEN for somebody of another account. Naming a person twice counts once. */
  async getParticipants(named: {
    account: RefInput;
    stakeholders: readonly RefInput[];
  }): Promise<{ account: Account; stakeholders: Stakeholder[] }> {
    const account = await this.accounts.getAccount(named.account, ['input', 'account']);
    const ids = await this.references.findStakeholderIds(named.stakeholders);
    const found = await this.stakeholders.findStakeholders([...ids.values()]);
    const stakeholders = named.stakeholders.map((ref, position) => {
      const path = ['input', 'stakeholders', String(position)];
      const stakeholder = found.get(ids.get(refKey(ref)) ?? '');
      if (!stakeholder) throw notFound('Stakeholder', path);
      if (stakeholder.accountId !== account.id) {
        throw new StrataError('RULE_BROKEN', 'This stakeholder sits at another account.', path);
      }
      return stakeholder;
    });
    return { account, stakeholders: [...new Set(stakeholders)] };
  }
}
