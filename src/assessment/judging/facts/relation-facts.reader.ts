import { Injectable } from '@nestjs/common';
import { byAccount } from './by-account.js';
import { CommitmentsReader, type CommitmentOfAccount } from '../../../commitments/commitments.reader.js';
import type { Gathered, Lists } from '../../../database/statements/gathering.js';
import { DecisionsReader, type DecisionOfAccount } from '../../../decisions/decisions.reader.js';
import type { AccountFacts, Instant } from '../../../domain/facts.js';
import { LedgerReader, type LedgerLists } from '../../../problems/ledger/ledger.reader.js';
import { TeamReader, type MemberOfAccount } from '../../../team/team.reader.js';

/** What went wrong, was promised and was decided, and who of our people is there. */
export type RelationFacts = Pick<
  AccountFacts,
  'problems' | 'knowledge' | 'commitments' | 'team' | 'decisions'
>;

/** The lists that relations are made of. */
export interface RelationLists extends LedgerLists {
  commitments: CommitmentOfAccount;
  team: MemberOfAccount;
  decisions: DecisionOfAccount;
}

/** Reads what stands between an account and us, beside what was said and met. */
@Injectable()
export class RelationFactsReader {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly commitments: CommitmentsReader,
    private readonly teams: TeamReader,
    private readonly decisions: DecisionsReader,
  ) {}

  /** As it was known at an instant, to gather beside others. */
  lists(accountIds: readonly string[], knownAt: Instant): Lists<RelationLists> {
    return {
      ...this.ledgers.lists(accountIds, knownAt),
      commitments: this.commitments.facts(accountIds, knownAt),
      team: this.teams.facts(accountIds, knownAt),
      decisions: this.decisions.facts(accountIds, knownAt),
    };
  }
}

/** What was gathered, account by account. */
export function relationsIn(found: Gathered<RelationLists>): (accountId: string) => RelationFacts {
  const [problems, knowledge] = [byAccount(found.problems), byAccount(found.knowledge)];
  const [commitments, team] = [byAccount(found.commitments), byAccount(found.team)];
  const decisions = byAccount(found.decisions);
  return (id) => ({
    problems: problems.get(id) ?? [],
    knowledge: knowledge.get(id) ?? [],
    commitments: commitments.get(id) ?? [],
    team: team.get(id) ?? [],
    decisions: decisions.get(id) ?? [],
  });
}

/** An account about which nothing of the kind is recorded. */
export const NO_RELATIONS: RelationFacts = {
  problems: [],
  knowledge: [],
  commitments: [],
  team: [],
  decisions: [],
};
