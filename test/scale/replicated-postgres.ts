import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { runSql } from '../direct-sql.js';

/** Nothing here has to survive a power cut. */
const HASTE = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' };

/** A PostgreSQL server and a second one that follows its log, as PostgreSQL's own streaming replication does it. */
export class ReplicatedPostgres {
  private constructor(
    private readonly primary: EmbeddedPostgres,
    private readonly standby: EmbeddedPostgres,
    private readonly folders: readonly string[],
  ) {}

  static async start(): Promise<ReplicatedPostgres> {
    const [first, second] = [newFolder(), newFolder()];
    await (await startEmbeddedPostgres({ dataDir: first, settings: HASTE })).stop();
    // At rest, the files are all there is: a replica begins as a copy of them.
    const copied = spawnSync('cp', [
      '-a',
      `${realpathSync(join(first, 'postgres'))}/.`,
      join(second, 'postgres'),
    ]);
    if (copied.status !== 0) throw new Error(copied.stderr.toString());
    writeFileSync(join(second, 'postgres', 'cluster', 'data', 'standby.signal'), '');
    const primary = await startEmbeddedPostgres({ dataDir: first, settings: HASTE });
    const { hostname, port, username, password } = new URL(primary.url);
    const following = `host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}`;
    const standby = await startEmbeddedPostgres({
      dataDir: second,
      settings: { ...HASTE, primary_conninfo: following, hot_standby_feedback: 'on' },
    });
    return new ReplicatedPostgres(primary, standby, [first, second]);
  }

  /** The address of the primary, as superuser. */
  get url(): string {
    return this.primary.url;
  }

  /** Where the replica answers, as `host:port`. */
  get replica(): string {
    return new URL(this.standby.url).host;
  }

  /** From now on the replica takes the log but does not apply it: it falls behind. */
  async holdBack(): Promise<void> {
    await runSql(this.standby.url, 'SELECT pg_wal_replay_pause()');
    await this.until("SELECT pg_get_wal_replay_pause_state() = 'paused' AS reached");
  }

  /** The replica applies the log again, and has caught up with what was written so far. */
  async catchUp(): Promise<void> {
    await runSql(this.standby.url, 'SELECT pg_wal_replay_resume()');
    const [row] = await runSql<{ position: string }>(
      this.url,
      'SELECT pg_current_wal_insert_lsn() AS position',
    );
    await this.until(`SELECT pg_last_wal_replay_lsn() >= '${row?.position ?? ''}' AS reached`);
  }

  /** Ends the replica, as if its machine had failed. */
  async loseReplica(): Promise<void> {
    await this.standby.stop();
  }

  async stop(): Promise<void> {
    await this.standby.stop();
    await this.primary.stop();
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }

  private async until(question: string): Promise<void> {
    for (let attempt = 0; attempt < 500; attempt += 1) {
      const [row] = await runSql<{ reached: boolean }>(this.standby.url, question);
      if (row?.reached) return;
      await delay(20);
    }
    throw new Error('The replica does not get there.');
  }
}

/** Named so that the next run removes what a killed one leaves behind. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `strata-test-${process.pid}-`));
  chmodSync(folder, 0o755);
  return folder;
}
