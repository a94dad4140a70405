import { Injectable } from '@nestjs/common';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { loadBatched } from '../../common/batching.js';
import { MAX_PAGE_SIZE } from '../../common/pages/connection.types.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { type Sharing, sharingOf } from '../../domain/loyalty/expectations/confirmations.js';
import { type Course, courseOf } from '../../domain/loyalty/expectations/course.js';
import {
  courseInWords,
  dueInWords,
  missingInWords,
  sharingInWords,
} from '../../domain/loyalty/expectations/expectation-sentence.js';
import type { ExpectationOnPage } from '../../domain/loyalty/plans/page/page-facts.js';
import { OrganisationStructure } from '../../domain/terms.js';
import { ExpectationFactsReader } from './confirming/expectation-facts.reader.js';
import type { Expectation } from './expectation.entity.js';
import { ExpectationsReader } from './expectations.reader.js';
import type { ExpectationCourse, ExpectationSharing } from './expectations.types.js';

/** Works out how expectations stand: with whom they are shared, and how they went. Those asked for together are read together. */
@Injectable()
export class StandingReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly facts: ExpectationFactsReader,
    private readonly accounts: AccountsReader,
    private readonly reader: ExpectationsReader,
  ) {}

  async sharing(expectation: Expectation): Promise<ExpectationSharing> {
    const { levels, last, isShared } = await this.sharingRule(expectation);
    return { isShared, levels, lastConfirmedAt: last?.at ?? null, lastConfirmedLevel: last?.level ?? null };
  }

  async course(id: string): Promise<ExpectationCourse> {
    const { interval, ...course } = await this.courseRule(id);
    return { ...course, low: interval?.low ?? null, high: interval?.high ?? null };
  }

  async reading(expectation: Expectation): Promise<string> {
    const sharing = sharingInWords(await this.sharingRule(expectation));
    const course = courseInWords(await this.courseRule(expectation.id));
    return `${sharing} ${course} ${dueInWords(expectation.nextCheckInOn, this.transaction.today)}`;
  }

  /** What holds at an account, as the page of its plan shows it; the first hundred. */
  async readOfAccount(accountId: string): Promise<ExpectationOnPage[]> {
    const { nodes } = await this.reader.listOfAccount(accountId, { first: MAX_PAGE_SIZE }, false);
    return Promise.all(
      nodes.map(async (expectation) => ({
        side: expectation.side,
        statement: expectation.statement,
        sharing: missingInWords(await this.sharingRule(expectation)),
        course: courseInWords(await this.courseRule(expectation.id)),
      })),
    );
  }

  private async sharingRule({ id, accountId, revision }: Expectation): Promise<Sharing> {
    const [confirmations, account] = await Promise.all([
      loadBatched(this, 'confirmations', id, (ids) => this.facts.findConfirmations(ids)),
      loadBatched(this, 'account', accountId, (ids) => this.accounts.findAccounts(ids)),
    ]);
    return sharingOf(confirmations ?? [], revision, account?.structure ?? OrganisationStructure.UNKNOWN);
  }

  private async courseRule(id: string): Promise<Course> {
    return courseOf((await loadBatched(this, 'checkIns', id, (ids) => this.facts.findCheckIns(ids))) ?? []);
  }
}
