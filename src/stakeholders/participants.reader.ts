import { Injectable } from '@nestjs/common';
import { notFound, StrataError, type InputPath } from '../common/errors.js';
import { refKey, type RefInput } from '../common/reference.types.js';
import { StakeholderReferencesReader } from './stakeholder-references.reader.js';
import type { Stakeholder } from './stakeholder.entity.js';
import { StakeholdersReader } from './stakeholders.reader.js';

/** Finds the people of one account that an input names. */
@Injectable()
export class ParticipantsReader {
  constructor(
    private readonly references: StakeholderReferencesReader,
    private readonly stakeholders: StakeholdersReader,
  ) {}

  /** NOT_FOUND for whom there is not; RULE_BROKEN for somebody of another account. Naming a person twice counts once. */
  async getParticipants(accountId: string, refs: readonly RefInput[], path: InputPath): Promise<Stakeholder[]> {
    const ids = await this.references.findStakeholderIds(refs);
    const found = await this.stakeholders.findStakeholders([...ids.values()]);
    const participants = refs.map((ref, position) =>
      seatedAt(accountId, found.get(ids.get(refKey(ref)) ?? ''), [...path, String(position)]),
    );
    return [...new Set(participants)];
  }

  /** The same for one person. */
  async getParticipant(accountId: string, ref: RefInput, path: InputPath): Promise<Stakeholder> {
    return seatedAt(accountId, await this.stakeholders.getStakeholder(ref, path), path);
  }
}

function seatedAt(accountId: string, stakeholder: Stakeholder | undefined, path: InputPath): Stakeholder {
  if (!stakeholder) throw notFound('Stakeholder', path);
  if (stakeholder.accountId === accountId) return stakeholder;
  throw new StrataError('RULE_BROKEN', 'This stakeholder sits at another account.', path);
}
