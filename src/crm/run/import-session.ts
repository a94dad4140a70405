import sql from 'sql-template-tag';
import type { AccessService } from '../../access/access.service.js';
import type { Caller } from '../../access/actor.types.js';
import { comeToTurn, writeAfter } from '../../common/operation/turn.js';
import type { JudgedOnCommitService } from '../../assessment/waiting/judged-on-commit.service.js';
import type { TenantTransaction } from '../../database/tenant-transaction.js';

/** Errors after which the same statements succeed: a lost race against another writer (PostgreSQL, appendix A). */
const LOST_RACES = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/**
 * A first import fills empty tables faster than PostgreSQL gathers statistics on them by itself. Until it does, it takes
 * them for tiny, and every batch is slower than the one before.
 */
const GATHER_STATISTICS = sql`ANALYZE accounts, account_external_ids, account_states, waiting_accounts, people, stakeholders, stakeholder_external_ids,
  stakeholder_states, assessments, problems, problem_events, interactions, interaction_stakeholders, satisfaction_answers,
  insights, insight_sources, teachings, teaching_participants, loyalty_events`;

/** Ends a rehearsal so that everything it wrote is undone. */
class Undone extends Error {}

/**
 * Runs the batches of an import: each in a transaction of its own, so that what is in stays in when the import is
 * killed; or, for a rehearsal, all in one that is undone. The accounts they touch are judged later, all at once: the
 * contacts of an account lie all over an export, and each batch would judge most accounts again.
 */
export class ImportSession {
  private rehearsing = false;
  private batches = 0;

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: AccessService,
    private readonly judged: JudgedOnCommitService,
    private readonly caller: Caller,
  ) {}

  /** Does everything that `work` does, and then undoes it: batches see what earlier ones wrote. */
  async rehearse<T>(work: () => Promise<T>): Promise<T> {
    let result: { value: T } | null = null;
    try {
      await this.run(async () => {
        this.rehearsing = true;
        result = { value: await work() };
        throw new Undone();
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
    } finally {
      this.rehearsing = false;
    }
    return (result as unknown as { value: T }).value;
  }

  /** Runs one batch. `work` may run several times, so it has no effect but on the database. */
  batch<T>(work: () => Promise<T>): Promise<T> {
    return this.batchAfter(Promise.resolve(), work);
  }

  /**
   * Runs a batch whose turn to write comes when the one `before` it is confirmed. @param beginsEarly `work` looks at its
   * turn itself; all other work begins when the turn has come.
   */
  async batchAfter<T>(before: Promise<void>, work: () => Promise<T>, beginsEarly = false): Promise<T> {
    if (!beginsEarly || this.rehearsing) await before;
    await this.keepStatistics();
    if (this.rehearsing) return work();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.run(async () => {
          writeAfter(before);
          const result = await work();
          await comeToTurn();
          return result;
        });
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        if (!LOST_RACES.has(code) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** After 2, 4, 8, ... batches: tables that have doubled are other tables. Without the right to, nothing happens. */
  private async keepStatistics(): Promise<void> {
    this.batches += 1;
    const doubled = (this.batches & (this.batches - 1)) === 0;
    if (!doubled || this.batches === 1) return;
    const gather = () => this.transaction.query(GATHER_STATISTICS);
    await (this.rehearsing ? gather() : this.run(gather));
  }

  private run<T>(work: () => Promise<T>): Promise<T> {
    const { tenantId } = this.caller;
    return this.transaction.run({ tenantId, ownerId: null, access: 'write' }, () => {
      this.access.enter(this.caller, 'write');
      this.judged.judgeLater();
      return work();
    });
  }
}
