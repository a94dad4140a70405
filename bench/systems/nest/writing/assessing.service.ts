import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Account } from '../entities/account.entity.js';
import { Assessment, AssessmentChange, LevelMean } from '../entities/assessment.entity.js';
import { User } from '../entities/user.entity.js';
import type { RequestContext } from '../request-context.js';
import { newId } from './ids.js';
import { readFacts } from './facts.js';
import { assess, inWords, valueAtRisk, type InWords, type Judged } from './rules.js';

/**
 * Judges an account anew and stores it. Flags and knowledge gaps, which the product keeps in the same step, are left out:
 * the textbook service does less.
 */
@Injectable()
export class AssessingService {
  async reassess({ manager, tenantId }: RequestContext, accountId: string): Promise<void> {
    const account = await manager
      .getRepository(Account)
      .findOneOrFail({ where: { tenantId, id: accountId }, lock: { mode: 'pessimistic_write' } });
    const { facts, names } = await readFacts(manager, account);
    const at = new Date();
    const means = await manager
      .getRepository(LevelMean)
      .find({ where: { tenantId }, order: { computedAt: 'ASC' } });
    const meanOf = (level: string) => means.findLast((known) => known.level === level)?.mean ?? null;
    const judged = assess(facts, at.toISOString(), {
      operations: meanOf('OPERATIONS'),
      management: meanOf('MANAGEMENT'),
    });
    const ours = await manager
      .getRepository(User)
      .find({ where: { tenantId, id: In(facts.team.map(({ userId }) => userId)) } });
    for (const { id, name } of ours) names.set(id, name);
    const stored = asStored(
      account,
      judged,
      inWords(judged, (id) => names.get(id)),
      at,
    );
    await manager.getRepository(Assessment).save({ ...stored, sortValue: Number(stored.amountAtRisk ?? -1) });
    await manager.getRepository(AssessmentChange).save({ ...stored, id: newId() });
  }
}

function asStored(
  { tenantId, id, annualAmount, annualCurrency }: Account,
  judged: Judged,
  words: InWords,
  at: Date,
) {
  const { direction, grade, gap, probability, cause } = judged.divergence;
  return {
    tenantId,
    accountId: id,
    standing: judged.standing,
    risk: judged.risk,
    amountAtRisk: annualAmount === null ? null : valueAtRisk(annualAmount, judged.risk),
    currency: annualCurrency,
    decidingLevels: judged.decidingLevels,
    levels: judged.levels.map(levelAsStored) as never,
    divergence: { direction, grade, gap, probability, cause, nextAction: words.nextAction } as never,
    reasons: words.reasons,
    reasonCodes: words.reasons.map(({ code }) => code),
    assessedAt: at,
    methodVersion: judged.methodVersion,
  };
}

function levelAsStored(standing: Record<string, unknown>) {
  const { level, known, heard, score, low, high, ourEstimate, lastHeardAt, lastContactAt } = standing;
  return { level, known, heard, score, low, high, ourEstimate, lastHeardAt, lastContactAt };
}
