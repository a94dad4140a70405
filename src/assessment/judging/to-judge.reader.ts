import { Injectable } from '@nestjs/common';
import type { Gathered, Lists } from '../../database/statements/gathering.js';
import type { AccountFacts, Instant } from '../../domain/facts.js';
import { METHOD_DEFAULTS } from '../../domain/method.js';
import { cutsOf } from '../../domain/standing/answers-that-count.js';
import { factsIn, FactsReader, type AccountState, type FactLists } from './facts/facts.reader.js';
import { LatestAnswersReader } from './facts/latest-answers.reader.js';
import { lookedBackTo } from './facts/observations.reader.js';
import { byAccount } from './facts/by-account.js';
import { MethodReader, type MethodRow, type TenantMethod } from './method.reader.js';

/** Everything that a judgement of accounts at an instant rests on. */
export interface ToJudge<Beside> {
  method: TenantMethod;
  states: AccountState[];
  /** By account, with those answers only that a judgement can rest on; one that nobody knew of is missing. */
  facts: Map<string, AccountFacts>;
  /** What else was to be read in the same statement. */
  beside: Gathered<Beside>;
}

interface JudgedLists extends FactLists {
  method: MethodRow;
  states: AccountState;
}

/** Reads what judgements rest on, in one statement. */
@Injectable()
export class ToJudgeReader {
  constructor(
    private readonly facts: FactsReader,
    private readonly methods: MethodReader,
    private readonly answers: LatestAnswersReader,
  ) {}

  /** By what was known of these accounts at an instant. `beside` holds lists that are wanted beside it. */
  async read<Beside extends object = object>(
    accountIds: readonly string[],
    at: Instant,
    beside: Lists<Beside>,
  ): Promise<ToJudge<Beside>> {
    // Which answers count hangs on a number of the method, which hardly anybody changes: whoever does waits once more.
    const cuts = cutsOf(at, METHOD_DEFAULTS);
    const found = await this.answers.gatherWith<JudgedLists & Beside>(
      { accountIds, knownAt: at, cuts },
      {
        method: this.methods.row(at),
        states: this.facts.states(accountIds, at),
        ...this.facts.lists(accountIds, at, lookedBackTo(at)),
        ...beside,
      },
    );
    const method = this.methods.methodIn(found.method);
    const counting = cutsOf(at, method.method);
    const answers = sameInstants(counting, cuts)
      ? found.answers
      : await this.answers.read({ accountIds, knownAt: at, cuts: counting });
    const { states } = found;
    return { method, states, facts: factsIn(states, found, byAccount(answers)), beside: found };
  }
}

function sameInstants(some: readonly Instant[], others: readonly Instant[]): boolean {
  return some.every((instant, position) => instant === others[position]);
}
