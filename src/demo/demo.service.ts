import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import type { Caller } from '../access/actor.types.js';
import type { User } from '../access/user.entity.js';
import { Clock } from '../common/clock.js';
import { TenantTransaction, type TenantScope } from '../database/tenant-transaction.js';
import { Scope, scopesIncluded } from '../domain/rights.js';
import { OUR_PEOPLE } from './cast.js';
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
    const scope: TenantScope = { tenantId, ownerId: null, access: 'write' };
    await this.transaction.run({ ...scope, at: chapters[0]?.until }, async () => {
      const caller: Caller = {
        tenantId,
        keyId: null,
        user: null,
        role: null,
        scopes: scopesIncluded([Scope.ADMIN]),
      };
      this.access.enter(caller, 'write');
      this.transaction.enter({ ...scope, at: chapters[0]?.until });
      const told: Told = { authors: { caller, people: await this.createOurPeople() }, ids: new Map() };
      for (const chapter of chapters) {
        this.transaction.enter({ ...scope, at: chapter.until });
        await this.portfolio.write(chapter, told);
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
