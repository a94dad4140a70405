import type { Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { ask } from '../../ask.js';
import type { CliContext } from '../../cli-context.js';
import { findAccount } from '../../find-account.js';
import type { Terminal } from '../../terminal.js';
import {
  BENCHMARK_QUERY,
  type BenchmarkAnswer,
  benchmarkLines,
} from '../../views/advocacy/benchmark.view.js';

interface BenchmarkOptions {
  account?: string;
  html?: string;
  json?: boolean;
}

/** `strata benchmark`: how a segment answers, and the page for a customer. */
export function registerBenchmark(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('benchmark <segment> <instrument>')
    .description('how a segment answers: published for five accounts or more, rounded, kept as shown')
    .option('--account <name-or-id>', "also this account's own place")
    .option('--html <file>', 'write the one-page hand-out for the customer to this file')
    .option('--json', 'print what GraphQL answers')
    .action(async (segment: string, instrument: string, { account: named, html, json }: BenchmarkOptions) => {
      const answer = await context.withService(async (service) => {
        const account = named === undefined ? undefined : { id: await findAccount(service, named) };
        return ask<BenchmarkAnswer>(service, BENCHMARK_QUERY, { segment, instrument, account });
      });
      if (html !== undefined) writeFileSync(html, answer.segmentBenchmark.handout);
      terminal.out(json ? JSON.stringify(answer, null, 2) : benchmarkLines(answer, terminal).join('\n'));
      if (html !== undefined) terminal.err(`Written: ${html}`);
    });
}
