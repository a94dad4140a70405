import { Injectable } from '@nestjs/common';
import { refuseLargeBatch } from '../common/batch.js';
import type { ItemOutcome } from '../common/upsert.types.js';
import { StatedBy } from '../domain/terms.js';
import { StakeholderWritesService } from './seats/stakeholder-writes.service.js';
import type { StakeholderInput } from './stakeholders.inputs.js';
import { StakeholdersReader } from './stakeholders.reader.js';
import type { StakeholderResult } from './stakeholders.types.js';

/** Creates and changes stakeholders. */
@Injectable()
export class StakeholdersService {
  constructor(
    private readonly writes: StakeholderWritesService,
    private readonly reader: StakeholdersReader,
  ) {}

  /** Creates or changes up to 200 stakeholders and shows each as it is afterwards. */
  async upsertStakeholders(
    inputs: readonly StakeholderInput[],
    atomic: boolean,
  ): Promise<{ results: StakeholderResult[] }> {
    refuseLargeBatch(inputs, 'stakeholders');
    const outcomes = await this.writeStakeholders(inputs, atomic, StatedBy.PERSON);
    const stakeholders = await this.reader.findStakeholders(outcomes.flatMap(({ id }) => (id ? [id] : [])));
    const results = outcomes.map(({ index, status, id, error }) => ({
      index,
      status,
      stakeholder: id ? (stakeholders.get(id) ?? null) : null,
      error,
    }));
    return { results };
  }

  /** The same without reading them back, for imports, whose fields never overwrite what a person stated. */
  writeStakeholders(
    inputs: readonly StakeholderInput[],
    atomic: boolean,
    statedBy: StatedBy,
  ): Promise<ItemOutcome[]> {
    return this.writes.writeStakeholders(inputs, atomic, statedBy);
  }
}
