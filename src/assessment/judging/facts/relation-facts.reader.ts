import { Injectable } from '@nestjs/common';
import { CommitmentsReader } from '../../../commitments/commitments.reader.js';
import { DecisionsReader } from '../../../decisions/decisions.reader.js';
import type { AccountFacts, Instant } from '../../../domain/facts.js';
import { LedgerReader } from '../../../problems/ledger/ledger.reader.js';
import { TeamReader } from '../../../team/team.reader.js';

/** What went wrong, was promised and was decided, and who of our people is there. */
export type RelationFacts = Pick<
  AccountFacts,
  'problems' | 'knowledge' | 'commitments' | 'team' | 'decisions'
>;

/** Reads what stands between an account and us, beside what was said and met. */
@Injectable()
export class RelationFactsReader {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly commitments: CommitmentsReader,
    private readonly teams: TeamReader,
    private readonly decisions: DecisionsReader,
  ) {}

  /** By account, as it was known at an instant. */
  async readRelations(accountIds: readonly string[], knownAt: Instant): Promise<Map<string, RelationFacts>> {
    const [ledgers, commitments, team, decisions] = await Promise.all([
      this.ledgers.readLedgers(accountIds, knownAt),
      this.commitments.readFacts(accountIds, knownAt),
      this.teams.readFacts(accountIds, knownAt),
      this.decisions.readFacts(accountIds, knownAt),
    ]);
    return new Map(
      accountIds.map((id) => [
        id,
        {
          problems: ledgers.get(id)?.problems ?? [],
          knowledge: ledgers.get(id)?.knowledge ?? [],
          commitments: commitments.get(id) ?? [],
          team: team.get(id) ?? [],
          decisions: decisions.get(id) ?? [],
        },
      ]),
    );
  }
}

/** An account about which nothing of the kind is recorded. */
export const NO_RELATIONS: RelationFacts = {
  problems: [],
  knowledge: [],
  commitments: [],
  team: [],
  decisions: [],
};
