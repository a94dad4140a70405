import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import type { Caller } from '../access/actor.types.js';
import type { User } from '../access/user.entity.js';
import { Clock } from '../common/clock.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Scope, scopesIncluded } from '../domain/rights.js';
import { OUR_PEOPLE } from './stories/cast.js';
import { tellPortfolio } from './portfolio.js';
import { PortfolioService, type Told } from './portfolio.service.js';

/** Fills a new tenant with a portfolio to look at. */
@Injectable()
export class DemoService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: AccessService,
    private readonly portfolio: PortfolioService,
    private readonly clock: Clock,
  ) {}

  /**
   * Replays two years chapter by chapter and judges at the end of each what it touched, so that the history is there.
   * All in one transaction: whoever is killed half-way leaves nothing, and the next start begins anew.
   */
  async makePortfolio(tenantId: string): Promise<void> {
    const chapters = tellPortfolio(this.clock.now());
    await this.transaction.run({ tenantId, ownerId: null, access: 'write' }, async () => {
      const scopes = scopesIncluded([Scope.ADMIN]);
      const caller: Caller = { tenantId, keyId: null, user: null, role: null, scopes };
      this.access.enter(caller, 'write');
      this.transaction.moveTo(chapters[0]?.until ?? this.clock.now());
      const told: Told = { authors: { caller, people: await this.createOurPeople() }, ids: new Map() };
      for (const chapter of chapters) {
        this.transaction.moveTo(chapter.until);
        await this.portfolio.write(chapter, told);
        this.transaction.touch(chapter.judged.flatMap((id) => told.ids.get(id) ?? []));
        await this.transaction.refreshTouched();
      }
    });
  }

  private async createOurPeople(): Promise<Map<string, User>> {
    const people = new Map<string, User>();
    for (const person of OUR_PEOPLE) people.set(person.email, await this.access.createUser(person));
    return people;
  }
}
