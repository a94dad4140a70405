import { Args, ArgsType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AskedFor, Needs } from '../common/asked/asked-for.decorator.js';
import type { Asked } from '../common/asked/asked.js';
import { Account } from '../accounts/account.entity.js';
import { AccountFilter } from '../accounts/accounts.inputs.js';
import { AccountConnection } from '../accounts/accounts.types.js';
import { pageArgs, type Connection } from '../common/pages/connection.types.js';
import { idOf, inOrderOf, ResolveTogether } from '../common/together/resolve-together.decorator.js';
import { DateScalar } from '../common/scalars.js';
import { Assessment } from './assessment.entity.js';
import { AssessmentConnection } from './assessment-connection.types.js';
import { AssessmentsReader } from './assessments.reader.js';
import { AtRiskFilter, BaseGrouping } from './at-risk.inputs.js';
import { AtRiskReader } from './at-risk.reader.js';
import { BaseAtRiskReader } from './base-at-risk.reader.js';
import { AsOfReader } from './judging/as-of.reader.js';
import { BaseAtRisk } from './base-at-risk.types.js';

@ArgsType()
class AtRiskPage extends pageArgs(25) {}
@ArgsType()
class HistoryPage extends pageArgs(25) {}

/** Which accounts are at risk, and what judgement adds to an account. */
@Resolver(() => Account)
export class AssessmentResolver {
  constructor(
    private readonly atRisk: AtRiskReader,
    private readonly base: BaseAtRiskReader,
    private readonly assessments: AssessmentsReader,
    private readonly asOf: AsOfReader,
  ) {}

  @Query(() => AccountConnection, {
    description:
      'Customer accounts at risk, most value at risk first. Lost accounts are left out: there is nothing left to lose.',
  })
  atRiskAccounts(
    @Args() page: AtRiskPage,
    @Args('filter', {
      type: () => AtRiskFilter,
      nullable: true,
      description: 'Which ones; all at risk when left out.',
    })
    filter: AtRiskFilter | null,
    @AskedFor() asked: Asked,
  ): Promise<Connection<Account>> {
    return this.atRisk.listAtRisk({ ...page, asked }, filter);
  }

  @Query(() => [BaseAtRisk], {
    description:
      'How much of the base is at risk: one row for the whole base, or one per group. Customers that are still with us, unless the filter says otherwise.',
  })
  baseAtRisk(
    @Args('filter', {
      type: () => AccountFilter,
      nullable: true,
      description: 'Which accounts; all customers that are still with us when left out.',
    }) // Optional rather than nullable: a union hides its class from the validation.
    filter?: AccountFilter,
    @Args('groupBy', {
      type: () => BaseGrouping,
      nullable: true,
      defaultValue: BaseGrouping.NONE,
      description: 'How to divide them.',
    })
    groupBy?: BaseGrouping | null,
  ): Promise<BaseAtRisk[]> {
    return this.base.readBase(filter ?? null, groupBy ?? BaseGrouping.NONE);
  }

  @Needs<Account>()
  @ResolveTogether(() => Assessment, {
    nullable: true,
    description:
      'The judgement as stored: refreshed by every write and once a day; null from an import about the account until it has been judged, at the end of that import. With a day, judged anew by what was known at its end.',
  })
  async assessment(
    @Parent() accounts: readonly Account[],
    @Args('asOf', { type: () => DateScalar, nullable: true, description: 'A past day, or today.' })
    asOf: string | null,
    @AskedFor() asked: Asked,
  ): Promise<(Assessment | null)[]> {
    const ids = accounts.map(idOf);
    return inOrderOf(
      ids,
      await (asOf ? this.asOf.judgeAsOf(ids, asOf) : this.assessments.findAssessments(ids, asked)),
    );
  }

  @Needs<Account>()
  @ResolveField(() => AssessmentConnection, {
    description: 'How it was judged over time, latest first: one row per change.',
  })
  assessmentHistory(
    @Parent() { id }: Account,
    @Args() page: HistoryPage,
    @AskedFor() asked: Asked,
  ): Promise<Connection<Assessment>> {
    return this.assessments.listHistory(id, { ...page, asked });
  }
}
