import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import type { Answer } from './service.js';

/** The built programs, as production runs them; everything else is tested from the sources. */
export const SERVICE = join(PROJECT_ROOT, 'dist', 'main.js');
export const COMMANDS = join(PROJECT_ROOT, 'dist', 'cli', 'main.js');

/** One run of a program: what it prints, and how it ends. */
export class Run {
  private readonly child: ChildProcess;
  readonly ended: Promise<unknown[]>;
  output = '';
  /** What it printed for others to read: no progress, no complaint. */
  answer = '';

  constructor(
    program: string,
    args: readonly string[],
    dataDir: string,
    settings: Record<string, string> = {},
  ) {
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      DATABASE_URL: '',
      STRATA_DATA_DIR: dataDir,
      PORT: '0',
      ...settings,
    };
    this.child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
      this.answer += chunk.toString();
    });
    this.child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = once(this.child, 'exit');
  }

  /** Waits until the program has printed it; fails with all it printed when it ends before. */
  async says(text: RegExp): Promise<string> {
    for (;;) {
      const [found] = text.exec(this.output) ?? [];
      if (found !== undefined) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`It ended:\n${this.output}`);
      await delay(20);
    }
  }

  /** Ends it whatever it is doing. */
  async end(): Promise<void> {
    this.kill('SIGTERM');
    await this.ended;
  }

  async code(): Promise<unknown> {
    return (await this.ended)[0];
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async address(): Promise<string> {
    return this.says(/http:\/\/\S+\/graphql/);
  }

  async ask<Data>(key: string, query: string): Promise<Data> {
    return (await this.answerTo<Data>(key, query)).data;
  }

  async answerTo<Data>(key: string, query: string): Promise<Omit<Answer<Data>, 'status'>> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const response = await fetch(await this.address(), {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as Omit<Answer<Data>, 'status'>;
  }

  async probe(name: string): Promise<number> {
    return (await fetch((await this.address()).replace('/graphql', `/${name}`))).status;
  }
}
