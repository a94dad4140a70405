import { Injectable } from '@nestjs/common';
import { AccountsReader } from '../../../accounts/accounts.reader.js';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import { planPage } from '../../../domain/loyalty/plans/page/plan-page.js';
import { StandingReader } from '../../expectations/standing.reader.js';
import { PlanPeopleReader } from './plan-people.reader.js';
import { PlansReader } from '../plans.reader.js';
import type { RelationshipPlan } from '../relationship-plan.entity.js';

/** Gathers what the one page of a plan shows, as it stands now. */
@Injectable()
export class PlanPageReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly plans: PlansReader,
    private readonly people: PlanPeopleReader,
    private readonly standings: StandingReader,
  ) {}

  /** HTML that prints on one sheet of A4 and loads nothing. */
  async readPage({ id, accountId, goals, nextReviewOn }: RelationshipPlan): Promise<string> {
    const { name, segment, structure } = await this.accounts.getAccount({ id: accountId }, ['account']);
    const reviews = await this.plans.listReviews(id, { first: 1 });
    return planPage({
      account: { name, segment, structure },
      at: this.transaction.now,
      goals,
      nextReviewOn,
      lastReview: reviews.nodes[0] ?? null,
      theirPeople: await this.people.readTheirs(accountId),
      ourPeople: await this.people.readOurs(accountId),
      promises: await this.people.readPromises(accountId),
      expectations: await this.standings.readOfAccount(accountId),
    });
  }
}
