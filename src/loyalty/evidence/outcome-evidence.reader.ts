import { Injectable } from '@nestjs/common';
import type { AccountFilter } from '../../accounts/accounts.inputs.js';
import { MethodReader } from '../../assessment/judging/method.reader.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { EVIDENCE_METHOD } from '../../domain/loyalty/evidence-method.js';
import {
  eveningBefore,
  outcomeEvidence,
  type OutcomeEvidence,
} from '../../domain/loyalty/evidence/outcome-evidence.js';
import { structureThen } from '../../domain/loyalty/evidence/structure-then.js';
import { type Outcome, outcomesOf } from '../../domain/loyalty/outcome.js';
import type { StandingMethod } from '../../domain/method.js';
import { LoyaltyEventsReader } from '../events/loyalty-events.reader.js';
import { type OutcomeFacts, OutcomeFactsReader } from './outcome-facts.reader.js';

/** The decisions of some accounts with what had been said before them, and how far that rests on what was learned later. */
export interface HeldOutcomes {
  outcomes: OutcomeEvidence[];
  /** Answers held against a decision that were entered on its day or later. */
  lateAnswers: number;
  /** Decisions of a time from which no structure is recorded: the structure of today stands in. */
  structuresKnownLater: number;
}

/** Decisions whose facts are in memory at once; the rest waits its turn. */
const DECISIONS_AT_ONCE = 1_000;

/** Holds every decision of a filter's accounts against what was recorded before it. */
@Injectable()
export class OutcomeEvidenceReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly events: LoyaltyEventsReader,
    private readonly facts: OutcomeFactsReader,
    private readonly methods: MethodReader,
  ) {}

  async readOutcomes(filter: AccountFilter | null): Promise<HeldOutcomes> {
    const { method } = await this.methods.getMethod(this.transaction.now);
    const outcomes = outcomesOf(await this.events.readStanding({ filter }));
    const held: HeldOutcomes = { outcomes: [], lateAnswers: 0, structuresKnownLater: 0 };
    for (let start = 0; start < outcomes.length; start += DECISIONS_AT_ONCE) {
      const part = outcomes.slice(start, start + DECISIONS_AT_ONCE);
      add(held, part, await this.facts.readFacts(part, daysRead(method.standing)), method.standing);
    }
    return held;
  }
}

function daysRead({ windowDays }: StandingMethod): number {
  return Math.max(windowDays, EVIDENCE_METHOD.days);
}

function add(
  held: HeldOutcomes,
  outcomes: readonly Outcome[],
  factsByAccount: ReadonlyMap<string, OutcomeFacts>,
  standing: StandingMethod,
): void {
  for (const outcome of outcomes) {
    const recorded = factsByAccount.get(outcome.accountId);
    if (!recorded) continue;
    const evening = eveningBefore(outcome.decidedOn);
    const { structure, isKnownLater } = structureThen(recorded.structures, evening);
    const evidence = outcomeEvidence(outcome, { ...recorded.facts, structure }, standing);
    const used = new Set(evidence.answerIds);
    held.outcomes.push(evidence);
    held.structuresKnownLater += Number(isKnownLater);
    held.lateAnswers += recorded.answers.filter(
      ({ id, recordedAt }) => used.has(id) && recordedAt > evening,
    ).length;
  }
}
