import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { accountGuards } from '../../domain/advocacy/ask-guard.js';
import { cycleOf } from '../../domain/advocacy/cycle.js';
import { type LevelReach as Reached, reachOf } from '../../domain/advocacy/reach/reach.js';
import { coverageInWords } from '../../domain/advocacy/wording/coverage-sentences.js';
import { nextStepInWords, stageInWords } from '../../domain/advocacy/wording/cycle-sentences.js';
import { type AccountAdvocacy, AccountAdvocacyReader } from '../account-advocacy.reader.js';
import type { AccountCycle } from './cycle.types.js';
import type { AccountReach, LevelReach } from './reach.types.js';

/** Tells where accounts stand in learning, teaching and amplifying, and whom their advocates have reached. */
@Injectable()
export class CycleReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountAdvocacyReader,
  ) {}

  async findCycles(accountIds: readonly string[]): Promise<Map<string, AccountCycle>> {
    return this.ofAccounts(accountIds, ({ facts, advocacy, settings, nameOf }, at) => {
      const guards = accountGuards(facts, at, settings);
      const cycle = cycleOf(facts, advocacy, guards, at, settings.method.advocacy);
      return {
        stage: cycle.stage,
        nextStep: nextStepInWords(cycle.nextStep, nameOf),
        why: stageInWords(cycle),
        coverage: { ...cycle.coverage, gaps: coverageInWords(cycle.coverage) },
      };
    });
  }

  async findReaches(accountIds: readonly string[]): Promise<Map<string, AccountReach>> {
    return this.ofAccounts(accountIds, ({ facts, advocacy, settings }, at) => {
      const reach = reachOf(facts, advocacy, at, settings.method.advocacy);
      const { levels, speakerIds, speakerLevels, restsOnOnePerson } = reach;
      const advocates = speakerIds.length;
      return { levels: levels.map(levelReach), advocates, advocateLevels: speakerLevels, restsOnOnePerson };
    });
  }

  private async ofAccounts<Answer>(
    accountIds: readonly string[],
    answer: (account: AccountAdvocacy, at: string) => Answer,
  ): Promise<Map<string, Answer>> {
    const accounts = await this.accounts.read(accountIds);
    return new Map([...accounts].map(([id, account]) => [id, answer(account, this.transaction.now)]));
  }
}

function levelReach({ level, reached, unreached, advocateIds }: Reached): LevelReach {
  const alreadyOurs = advocateIds.filter((id) => !reached.some(({ stakeholderId }) => stakeholderId === id));
  return {
    level,
    known: reached.length + unreached.length + alreadyOurs.length,
    reached,
    unreached: unreached.map(({ nearest, ...person }) => ({
      ...person,
      nearest: nearest.map(({ fromId, links }) => ({ fromId, length: links.length, steps: links })),
    })),
  };
}
