import { Injectable } from '@nestjs/common';
import { notFound, StrataError } from '../../common/errors.js';
import { closingCircles } from '../../domain/map/chain.js';
import { StakeholderReferencesReader } from '../references/stakeholder-references.reader.js';
import type { KnownStakeholders } from './known-stakeholders.reader.js';
import type { PlannedStakeholder, StakeholderPlan } from './stakeholder-plan.types.js';

/** Checks how the people of a batch hang together: who reports to whom, and who succeeds whom. */
@Injectable()
export class StakeholderLinksService {
  constructor(private readonly references: StakeholderReferencesReader) {}

  /** The plans, with those refused that close a circle or name somebody who will not be there. */
  async refuseUnsound(
    planned: readonly PlannedStakeholder[],
    known: KnownStakeholders,
  ): Promise<PlannedStakeholder[]> {
    return refuseLost(await this.refuseCircles(planned), known);
  }

  private async refuseCircles(planned: readonly PlannedStakeholder[]): Promise<PlannedStakeholder[]> {
    const placed = planned.flatMap((plan) =>
      'refused' in plan || plan.after.reportsToId === (plan.before?.reportsToId ?? null) ? [] : [plan],
    );
    if (placed.length === 0) return [...planned];
    const bosses = await this.references.findBosses(
      placed.flatMap(({ after }) => (after.reportsToId ? [after.reportsToId] : [])),
    );
    const links = placed.map(({ id, after }) => ({ id, next: after.reportsToId }));
    const circular = closingCircles(links, bosses);
    const refused = new StrataError('RULE_BROKEN', 'Nobody reports to themselves, over others neither.', [
      'reportsTo',
    ]);
    return planned.map((plan) =>
      'id' in plan && circular.has(plan.id) ? { index: plan.index, refused } : plan,
    );
  }
}

/** Somebody named in the same batch must have been accepted, and a successor sits at the same account. */
function refuseLost(planned: readonly PlannedStakeholder[], known: KnownStakeholders): PlannedStakeholder[] {
  let current = [...planned];
  for (let changed = true; changed;) {
    const seats = new Map([...known.stakeholders].map(([id, { accountId }]) => [id, accountId]));
    for (const plan of current) if (!('refused' in plan)) seats.set(plan.id, plan.accountId);
    const next = current.map((plan) => ('refused' in plan ? plan : (lostReference(plan, seats) ?? plan)));
    changed = next.some((plan, position) => plan !== current[position]);
    current = next;
  }
  return current;
}

function lostReference(
  { index, input, after, accountId }: StakeholderPlan,
  seats: ReadonlyMap<string, string>,
): { index: number; refused: StrataError } | null {
  if (input.reportsTo && after.reportsToId && !seats.has(after.reportsToId)) {
    return { index, refused: notFound('Stakeholder', ['reportsTo']) };
  }
  if (!input.successor || !after.successorId) return null;
  const accountOfSuccessor = seats.get(after.successorId);
  if (!accountOfSuccessor) return { index, refused: notFound('Stakeholder', ['successor']) };
  if (accountOfSuccessor === accountId) return null;
  return {
    index,
    refused: new StrataError('RULE_BROKEN', 'A successor sits at the same account.', ['successor']),
  };
}
