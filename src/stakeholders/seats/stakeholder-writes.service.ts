import { Injectable } from '@nestjs/common';
import type { Sql } from 'sql-template-tag';
import { allDone } from '../../common/operation/all-done.js';
import { rejected, writeBatch, type Item, type WrittenItems } from '../../common/batch.js';
import { StrataError } from '../../common/errors.js';
import { comeToTurn, isAheadOfTurn } from '../../common/operation/turn.js';
import { UpsertStatus, type ItemOutcome } from '../../common/upsert.types.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { saysTheSame } from '../../domain/map/record.js';
import type { StatedBy } from '../../domain/terms.js';
import type { StakeholderInput } from '../stakeholders.inputs.js';
import { LevelsService } from './levels.service.js';
import { PeopleService } from './people.service.js';
import { SeatsService, type SeatChange } from './seats.service.js';
import type { PlannedStakeholder, StakeholderPlan } from './stakeholder-plan.types.js';
import { StakeholderPlansService, type PlannedBatch } from './stakeholder-plans.service.js';

/** Plans and writes batches of stakeholders. */
@Injectable()
export class StakeholderWritesService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly plans: StakeholderPlansService,
    private readonly people: PeopleService,
    private readonly seats: SeatsService,
    private readonly levels: LevelsService,
  ) {}

  /** Fields of an import never overwrite what a person stated: `statedBy` says which of the two this is. */
  async writeStakeholders(
    inputs: readonly StakeholderInput[],
    atomic: boolean,
    statedBy: StatedBy,
  ): Promise<ItemOutcome[]> {
    const write = (items: readonly Item<StakeholderInput>[]) => this.writeItems(items, statedBy);
    return writeBatch(inputs, write, atomic, (work) => this.transaction.savepoint(work));
  }

  /** Ahead of its turn, a batch of newcomers is worked out at once and waits afterwards; any other one waits first. */
  private async writeItems(
    items: readonly Item<StakeholderInput>[],
    statedBy: StatedBy,
  ): Promise<WrittenItems<StakeholderInput>> {
    if (isAheadOfTurn()) {
      const early = await this.plans.planEarly(items, statedBy);
      const creation = early && this.creationOf(early);
      await comeToTurn();
      if (early && creation && (await early.isStillRight())) return this.carryOut(early, creation);
    }
    const batch = await this.plans.plan(items, statedBy);
    return this.carryOut(batch, this.creationOf(batch));
  }

  /** The statements that create whom the batch brings, in the order in which they need each other. */
  private creationOf({ planned, known }: PlannedBatch): Sql[] {
    const created = acceptedOf(planned).filter(({ before }) => before === null);
    const { bySeat, creation } = this.people.seatPeople(created, known.people);
    return [...creation, ...this.seats.creationOf(created, bySeat)];
  }

  private async carryOut(
    { planned, later }: PlannedBatch,
    creation: readonly Sql[],
  ): Promise<WrittenItems<StakeholderInput>> {
    const accepted = acceptedOf(planned);
    const created = accepted.filter(({ before }) => before === null);
    const changed = accepted.filter(({ before, after }) => before !== null && !saysTheSame(after, before));
    // Sent one behind the other without waiting: the database does the first while the others are on their way.
    await allDone(creation.map((statement) => this.transaction.query(statement)));
    const updated = await this.seats.update(changed.map(changeOf));
    const overtaken = changed.filter(({ id }) => !updated.has(id));
    const written = accepted.filter((plan) => !overtaken.includes(plan));
    const renamed = await this.people.correct(written);
    await this.seats.link(written.filter(({ before, addsExternal }) => before !== null && addsExternal));
    await this.levels.endSeatsLeft(created.flatMap(({ moved }) => (moved ? [moved] : [])));
    await this.levels.inferAgain(bossesConcerned([...created, ...changed]));
    this.transaction.touch([...created, ...changed].map(({ accountId }) => accountId));
    const outcomes = planned.map((plan) =>
      'refused' in plan
        ? rejected(plan.index, plan.refused)
        : outcomeOf(plan, changed.includes(plan), updated, renamed),
    );
    return { outcomes, later };
  }
}

function acceptedOf(planned: readonly PlannedStakeholder[]): StakeholderPlan[] {
  return planned.flatMap((plan) => ('refused' in plan ? [] : [plan]));
}

function changeOf({ id, before, after, levelSignals }: StakeholderPlan): SeatChange {
  return { id, version: before?.version ?? 0, after, levelSignals };
}

/** Those to whom somebody now reports who did not before, or no longer reports. */
function bossesConcerned(plans: readonly StakeholderPlan[]): string[] {
  const bosses = plans.flatMap(({ before, after, moved }) => {
    const same = before?.reportsToId === after.reportsToId && before?.endedOn === after.endedOn;
    return same ? [] : [before?.reportsToId, after.reportsToId, moved?.reportsToId];
  });
  return [...new Set(bosses.flatMap((id) => (id ? [id] : [])))];
}

function outcomeOf(
  plan: StakeholderPlan,
  changes: boolean,
  updated: ReadonlySet<string>,
  renamed: ReadonlySet<string>,
): ItemOutcome {
  const { index, id, before, moved, addsExternal } = plan;
  if (before === null) {
    return { index, status: moved ? UpsertStatus.UPDATED : UpsertStatus.CREATED, id, error: null };
  }
  if (changes && !updated.has(id)) {
    return rejected(
      index,
      new StrataError('CONFLICT', 'Somebody else changed the stakeholder just now: read it again.'),
    );
  }
  const touched = changes || addsExternal || renamed.has(id);
  return { index, status: touched ? UpsertStatus.UPDATED : UpsertStatus.UNCHANGED, id, error: null };
}
