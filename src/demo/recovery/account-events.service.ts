import { Injectable } from '@nestjs/common';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { CommitmentsService } from '../../commitments/commitments.service.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { DecisionsService } from '../../decisions/decisions.service.js';
import { TeamService } from '../../team/team.service.js';
import { dayAgo } from '../days.js';
import { ourEmail } from '../stories/cast.js';
import type { DecisionHappening, PromiseHappening, TeamHappening } from './events.js';
import { accountRef, seatRef } from './references.js';

type Happened<What> = Extract<PromiseHappening | TeamHappening | DecisionHappening, { what: What }>;

/** Writes what we promised, who of ours was where, and what the customer decided. */
@Injectable()
export class AccountEventsService {
  constructor(
    private readonly commitments: CommitmentsService,
    private readonly team: TeamService,
    private readonly decisions: DecisionsService,
    private readonly accounts: AccountsReader,
    private readonly transaction: TenantTransaction,
  ) {}

  /** `ids` remembers our ids of promises by their keys, which no other system knows. */
  async write(
    accountKey: string,
    happening: PromiseHappening | TeamHappening | DecisionHappening,
    ids: Map<string, string>,
  ): Promise<void> {
    switch (happening.what) {
      case 'promised':
        return this.promise(accountKey, happening, ids);
      case 'settled':
        return this.settle(happening, ids);
      case 'joined':
        return this.join(accountKey, happening);
      case 'left':
        return this.leave(accountKey, happening);
      case 'decided':
        return this.decide(accountKey, happening);
    }
  }

  private async promise(
    accountKey: string,
    { promise, words, to, dueInDays, owner }: Happened<'promised'>,
    ids: Map<string, string>,
  ): Promise<void> {
    const { id } = await this.commitments.makeCommitment({
      account: accountRef(accountKey),
      madeTo: to.map((seat) => seatRef(accountKey, seat)),
      promise: words,
      dueOn: dayAgo(this.transaction.now, -dueInDays),
      ownerEmail: owner === undefined ? undefined : ourEmail(owner),
    });
    ids.set(`promise ${promise}`, id);
  }

  private async settle(
    { promise, status, note }: Happened<'settled'>,
    ids: ReadonlyMap<string, string>,
  ): Promise<void> {
    const id = ids.get(`promise ${promise}`);
    if (id === undefined) throw new Error(`The demo settles the promise ${promise} before it is made.`);
    await this.commitments.settleCommitment(id, status, this.transaction.now, note);
  }

  private async join(accountKey: string, happening: Happened<'joined'>): Promise<void> {
    const { colleague, ourFunction, leads, counterparts } = happening;
    const account = accountRef(accountKey);
    const { id } = await this.accounts.getAccount(account, ['account']);
    await this.team.assign(id, {
      account,
      userEmail: ourEmail(colleague),
      ourFunction,
      leader: leads ?? false,
      counterparts: counterparts.map((seat) => seatRef(accountKey, seat)),
    });
  }

  private async leave(accountKey: string, { colleague, successor }: Happened<'left'>): Promise<void> {
    const { id } = await this.accounts.getAccount(accountRef(accountKey), ['account']);
    const follows = successor === undefined ? null : ourEmail(successor);
    await this.team.leave(id, ourEmail(colleague), null, follows);
  }

  private async decide(accountKey: string, { subject, by, approvals }: Happened<'decided'>): Promise<void> {
    await this.decisions.recordDecision({
      account: accountRef(accountKey),
      subject,
      decidedOn: this.transaction.today,
      decidedBy: seatRef(accountKey, by),
      approvals,
    });
  }
}
