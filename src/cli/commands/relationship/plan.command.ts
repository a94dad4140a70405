import type { Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { ask } from '../../ask.js';
import { CommandRefused, type CliContext } from '../../cli-context.js';
import { findAccount } from '../../find-account.js';
import type { Terminal } from '../../terminal.js';
import { PLAN_QUERY, type PlanAnswer, planLines } from '../../views/relationship/plan.view.js';

interface PlanOptions {
  html?: string;
  json?: boolean;
}

/** `strata plan`: the plan of a relationship, on the screen or on one page to print. */
export function registerPlan(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('plan <name-or-id...>')
    .description('the relationship plan of an account: goals, people, promises, next review')
    .option('--html <file>', 'write the page, which prints on one sheet of A4, to this file')
    .option('--json', 'print what GraphQL answers')
    .action(async (named: string[], { html, json }: PlanOptions) => {
      const { account } = await context.withService(async (service) => {
        const id = await findAccount(service, named.join(' '));
        return ask<PlanAnswer>(service, PLAN_QUERY, { id, page: html !== undefined });
      });
      if (!account) throw new CommandRefused('The account has just been removed.');
      const { name, relationshipPlan: plan } = account;
      if (!plan)
        throw new CommandRefused(`There is no relationship plan for ${name} yet: savePlan writes one.`);
      if (html !== undefined) writeFileSync(html, plan.page ?? '');
      terminal.out(json ? JSON.stringify({ account }, null, 2) : planLines(name, plan, terminal).join('\n'));
      if (html !== undefined) terminal.err(`Written: ${html}`);
    });
}
