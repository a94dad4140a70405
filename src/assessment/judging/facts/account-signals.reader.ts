import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { AccountFacts } from '../../../domain/facts.js';
import { inferStructure } from '../../../domain/structure/infer-structure.js';
import { teamGaps, type TeamGaps } from '../../../domain/team/team-gaps.js';
import { FactsReader } from './facts.reader.js';
import { MethodReader } from '../method.reader.js';
import type { StructureEvidence } from '../structure-signals.types.js';

/** Shows what the facts of accounts say beside the judgement: gaps of our team, evidence of the structure. */
@Injectable()
export class AccountSignalsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly facts: FactsReader,
    private readonly methods: MethodReader,
  ) {}

  async findTeamGaps(accountIds: readonly string[]): Promise<Map<string, TeamGaps>> {
    const facts = await this.read(accountIds);
    return new Map([...facts].map(([id, known]) => [id, teamGaps(known, this.transaction.now)]));
  }

  async findStructureEvidence(accountIds: readonly string[]): Promise<Map<string, StructureEvidence>> {
    const { now } = this.transaction;
    const { method } = await this.methods.getMethod(now);
    const facts = await this.read(accountIds);
    return new Map(
      [...facts].map(([id, known]) => {
        const { structure: inferred, share, signals } = inferStructure(known, now, method.structure);
        return [id, { inferred, share, signals }];
      }),
    );
  }

  private async read(accountIds: readonly string[]): Promise<Map<string, AccountFacts>> {
    const { now } = this.transaction;
    return this.facts.readFacts(await this.facts.readStates(accountIds, now), now);
  }
}
