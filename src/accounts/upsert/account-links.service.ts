import { Injectable } from '@nestjs/common';
import { notFound, StrataError } from '../../common/errors.js';
import { closingCircles } from '../../domain/map/chain.js';
import { AccountReferencesReader } from '../account-references.reader.js';
import type { PlannedAccount } from './account-plan.types.js';
import type { KnownAccounts } from './known-accounts.service.js';

/** Checks how the accounts of a batch hang together: which belongs to which. */
@Injectable()
export class AccountLinksService {
  constructor(private readonly references: AccountReferencesReader) {}

  /** The plans, with those refused that close a circle or belong to an account that will not be there. */
  async refuseUnsound(planned: readonly PlannedAccount[], known: KnownAccounts): Promise<PlannedAccount[]> {
    return refuseOrphans(await this.refuseCircles(planned), known);
  }

  private async refuseCircles(planned: readonly PlannedAccount[]): Promise<PlannedAccount[]> {
    const moved = planned.flatMap((plan) =>
      'refused' in plan || plan.after.parentId === (plan.before?.parentId ?? null) ? [] : [plan],
    );
    if (moved.length === 0) return [...planned];
    const parents = await this.references.findParents(
      moved.flatMap(({ after }) => (after.parentId ? [after.parentId] : [])),
    );
    const links = moved.map(({ id, after }) => ({ id, next: after.parentId }));
    const circular = closingCircles(links, parents);
    const refused = new StrataError('RULE_BROKEN', 'An account cannot belong to itself.', ['parent']);
    return planned.map((plan) =>
      'id' in plan && circular.has(plan.id) ? { index: plan.index, refused } : plan,
    );
  }
}

/** A parent that is an item of the same batch must itself have been accepted. */
function refuseOrphans(planned: readonly PlannedAccount[], known: KnownAccounts): PlannedAccount[] {
  const there = new Set(known.ids.values());
  let current = [...planned];
  for (let changed = true; changed;) {
    const accepted = new Set(current.flatMap((plan) => ('refused' in plan ? [] : [plan.id])));
    const next = current.map((plan) => {
      const parentId = 'refused' in plan ? null : plan.after.parentId;
      const lost =
        parentId !== null && !there.has(parentId) && !accepted.has(parentId) && !isKept(plan, parentId);
      return lost ? { index: plan.index, refused: notFound('Account', ['parent']) } : plan;
    });
    changed = next.some((plan, position) => plan !== current[position]);
    current = next;
  }
  return current;
}

function isKept(plan: PlannedAccount, parentId: string): boolean {
  return !('refused' in plan) && plan.before?.parentId === parentId;
}
