import { Injectable } from '@nestjs/common';
import { AdvocacyFactsReader } from '../advocacy/advocacy-facts.reader.js';
import { FactsReader } from '../assessment/judging/facts/facts.reader.js';
import { MethodReader } from '../assessment/judging/method.reader.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { AdvocacyFacts } from '../domain/advocacy/advocacy-facts.js';
import type { AssessmentSettings } from '../domain/assessment.js';
import type { AccountFacts } from '../domain/facts.js';
import type { NameOf } from '../domain/wording/phrases.js';

/** Everything that the rules of advocacy look at. */
export interface AccountAdvocacy {
  facts: AccountFacts;
  advocacy: AdvocacyFacts;
  settings: AssessmentSettings;
  nameOf: NameOf;
}

/** Reads what is recorded of accounts and of their advocates, as the rules want it. */
@Injectable()
export class AccountAdvocacyReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly facts: FactsReader,
    private readonly methods: MethodReader,
    private readonly advocacy: AdvocacyFactsReader,
  ) {}

  /** By account, with what is known now; those the caller may not see are missing. */
  async read(accountIds: readonly string[]): Promise<Map<string, AccountAdvocacy>> {
    const { now } = this.transaction;
    const settings = await this.methods.getMethod(now);
    const facts = await this.facts.readFacts(await this.facts.readStates(accountIds, now), now);
    const advocacies = await this.advocacy.readFacts([...facts.keys()]);
    return new Map(
      [...facts].flatMap(([id, known]) => {
        const advocacy = advocacies.get(id);
        return advocacy ? [[id, { facts: known, advocacy, settings, nameOf: namesIn(known) }] as const] : [];
      }),
    );
  }
}

function namesIn({ stakeholders }: AccountFacts): NameOf {
  const names = new Map(stakeholders.map(({ id, fullName }) => [id, fullName]));
  return (id) => names.get(id);
}
