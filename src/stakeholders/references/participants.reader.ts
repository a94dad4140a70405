import { Injectable } from '@nestjs/common';
import { notFound, StrataError, type InputPath } from '../../common/errors.js';
import { refKey, type RefInput } from '../../common/reference.types.js';
import { ReferencedStakeholdersReader } from './referenced-stakeholders.reader.js';
import type { Stakeholder } from '../stakeholder.entity.js';
import { StakeholdersReader } from '../stakeholders.reader.js';

/** People that were looked up together. */
export interface FoundParticipants {
  /** Those of one account. @throws StrataError as `getParticipants` does. */
  at(accountId: string, refs: readonly RefInput[], path: InputPath): Stakeholder[];
}

/** Finds the people of one account that an input names. */
@Injectable()
export class ParticipantsReader {
  constructor(
    private readonly referenced: ReferencedStakeholdersReader,
    private readonly stakeholders: StakeholdersReader,
  ) {}

  /** NOT_FOUND for whom there is not; RULE_BROKEN for somebody of another account. Naming a person twice counts once. */
  async getParticipants(
    accountId: string,
    refs: readonly RefInput[],
    path: InputPath,
  ): Promise<Stakeholder[]> {
    return (await this.findParticipants(refs)).at(accountId, refs, path);
  }

  /** The same for many accounts at once: everybody is looked up here, and what was found is asked account by account. */
  async findParticipants(refs: readonly RefInput[]): Promise<FoundParticipants> {
    const found = await this.referenced.find(refs);
    const find = (ref: RefInput) => found.get(refKey(ref));
    return {
      at: (accountId, wanted, path) => [
        ...new Set(
          wanted.map((ref, position) => seatedAt(accountId, find(ref), [...path, String(position)])),
        ),
      ],
    };
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
