import { setTimeout as delay } from 'node:timers/promises';
import type { TenantTransaction } from '../../database/tenant-transaction.js';
import type { AssessmentsService } from '../judging/assessments.service.js';
import type { WaitingAccountsService } from '../waiting/waiting-accounts.service.js';
import type { DueAccountsService } from './due-accounts.service.js';
import { JudgingBatchesService } from './judging-batches.service.js';

const SCOPE = { tenantId: 't', ownerId: null, access: 'write' } as const;

/** How long one batch takes here, in milliseconds. */
const BATCH_TAKES = 20;

describe('the batches of a sweep', () => {
  let left: number;
  let others: number;
  let atOnce: number;
  let most: number;
  let asked: number[];
  let begun: string[];
  let batches: JudgingBatchesService;

  /** The service over five batches of one account each, with so many other operations at the database. */
  const open = (otherOperations: number): void => {
    [left, others, atOnce, most, asked, begun] = [5, otherOperations, 0, 0, [], []];
    const transaction = {
      run: async (_scope: unknown, work: () => Promise<number>): Promise<number> => {
        most = Math.max(most, (atOnce += 1));
        return work().finally(() => (atOnce -= 1));
      },
      get openCount() {
        return others + atOnce;
      },
    };
    const due = {
      claim: (_due: unknown, after: string, most: number) => {
        asked.push(most);
        begun.push(after);
        return Promise.resolve(left > 0 ? [`a${6 - left--}`] : []);
      },
    };
    const assessments = { refresh: () => delay(BATCH_TAKES) };
    batches = new JudgingBatchesService(
      transaction as unknown as TenantTransaction,
      assessments as unknown as AssessmentsService,
      due as unknown as DueAccountsService,
      {} as WaitingAccountsService,
    );
  };

  const judge = (progress: () => void = () => undefined): Promise<number> =>
    batches.judgeDue(SCOPE, '2026-11-22T03:00:00.000Z', progress);

  it('go on two at a time, each account once', async () => {
    open(0);
    expect(await judge()).toBe(5);
    expect(most).toBe(2);
  });

  it('go on by id where those before have come to, whichever lane took them', async () => {
    open(0);
    await judge();
    expect(begun).toEqual([...begun].sort());
    expect(begun.at(-1)).toBe('a5');
  });

  it('leave most of the time to others who are at work, and hold them up shortly', async () => {
    open(0);
    await judge();
    const alone = Math.min(...asked);
    open(1);
    const began = performance.now();
    expect(await judge()).toBe(5);
    // The lane that takes the third and the fifth batch rests after each of its three.
    expect(performance.now() - began).toBeGreaterThan(3 * 12 * BATCH_TAKES * 0.9);
    expect(Math.max(...asked)).toBeLessThanOrEqual(alone / 4);
  });

  it('end with those under way when the service leaves, and leave the rest due', async () => {
    open(0);
    expect(
      await judge(() => {
        batches.onModuleDestroy();
      }),
    ).toBeLessThanOrEqual(3);
    expect(left).toBeGreaterThanOrEqual(2);
  });
});
