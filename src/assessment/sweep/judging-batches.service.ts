import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { NIL } from 'uuid';
import { allDone } from '../../common/operation/all-done.js';
import type { TenantScope } from '../../database/tenant-scope.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Instant } from '../../domain/facts.js';
import { AssessmentsService } from '../judging/assessments.service.js';
import { WaitingAccountsService } from '../waiting/waiting-accounts.service.js';
import { DueAccountsService } from './due-accounts.service.js';

/** Accounts judged in one transaction: small enough to hold up no writer for long. */
const BATCH = 200;

/** The same while others are at work: their answers wait for as long as the rules take, which is one piece. */
const BATCH_BESIDE_OTHERS = 25;

/** Batches that go on side by side: while one is at the database, the rules judge the other. */
const LANES = 2;

/**
 * How long a lane rests after a batch while others are at work, in lengths of the batch: both lanes together take a sixth
 * of the time.
 */
const REST = 11;

/** Takes up to so many accounts to be judged. */
type Claim = (most: number) => Promise<string[]>;

/** Is told, while batches are judged, how many accounts were since the last time. */
export type JudgingProgress = (judged: number) => void;

/** What there is to judge. */
export interface Backlog {
  /** Accounts not judged since a sweep was due, or since other weights came into force. */
  aged: number;
  /** Accounts that wait since an import wrote about them. */
  imported: number;
  /** Since when the first of all these has waited; null when there are none. */
  since: Instant | null;
}

/**
 * Judges many accounts of a tenant in batches. Each is confirmed on its own, so after a kill the rest follows at the
 * next run, and whoever does the same at the same time shares the work.
 */
@Injectable()
export class JudgingBatchesService implements OnModuleDestroy {
  /** Batches under way. */
  private underWay = 0;
  private leaving = false;

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly assessments: AssessmentsService,
    private readonly due: DueAccountsService,
    private readonly waiting: WaitingAccountsService,
  ) {}

  /** The batches under way are the last ones: what is left stays due. */
  onModuleDestroy(): void {
    this.leaving = true;
  }

  /** What there is to judge of the tenant of this operation. */
  async readBacklog(due: Instant): Promise<Backlog> {
    const [aged, imported] = await Promise.all([this.due.count(due), this.waiting.count()]);
    const since = aged > 0 && (imported.since === null || due < imported.since) ? due : imported.since;
    return { aged, imported: imported.accounts, since };
  }

  /** Judges the accounts not judged since `due`, or since other weights came into force. Returns how many. */
  judgeDue(scope: TenantScope, due: Instant, progress: JudgingProgress): Promise<number> {
    const claim = inOrder((after, most) => this.due.claim(due, after, most));
    return this.judgeInLanes(scope, claim, progress);
  }

  /** Judges the accounts that wait since an import. Returns how many; those locked by somebody else go on waiting. */
  judgeWaiting(scope: TenantScope, progress: JudgingProgress): Promise<number> {
    const claim = inOrder((after, most) => this.waiting.claim(after, most));
    return this.judgeInLanes(scope, claim, progress);
  }

  private async judgeInLanes(scope: TenantScope, claim: Claim, progress: JudgingProgress): Promise<number> {
    const lanes = Array.from({ length: LANES }, () => this.judgeAll(scope, claim, progress));
    await allDone(lanes);
    return (await Promise.all(lanes)).reduce((sum, judged) => sum + judged, 0);
  }

  private async judgeAll(scope: TenantScope, claim: Claim, progress: JudgingProgress): Promise<number> {
    let judged = 0;
    while (!this.leaving) {
      const began = performance.now();
      const batch = await this.judgeBatch(scope, claim, this.hasCompany ? BATCH_BESIDE_OTHERS : BATCH);
      if (batch === 0) return judged;
      judged += batch;
      progress(batch);
      if (this.hasCompany) await delay((performance.now() - began) * REST);
    }
    return judged;
  }

  /** Whether others than these batches are at the database just now, or wait to be. */
  private get hasCompany(): boolean {
    return this.transaction.openCount > this.underWay;
  }

  private async judgeBatch(scope: TenantScope, claim: Claim, most: number): Promise<number> {
    this.underWay += 1;
    try {
      return await this.transaction.run(scope, async () => {
        const ids = await claim(most);
        if (ids.length > 0) await this.assessments.refresh(ids);
        return ids.length;
      });
    } finally {
      this.underWay -= 1;
    }
  }
}

/**
 * Claims that go on where the ones before have come to, in the order of the ids: each account is claimed once, though one
 * that nothing is known of yet goes on being due. Lanes may share it: what one has locked the other passes over.
 */
function inOrder(claimAfter: (after: string, most: number) => Promise<string[]>): Claim {
  let last: string = NIL;
  return async (most) => {
    const ids = await claimAfter(last, most);
    const end = ids.at(-1) ?? last;
    // The other lane may have claimed what comes after these, and been told so before.
    if (end > last) last = end;
    return ids;
  };
}
