import type { Command } from 'commander';
import { ask } from '../../ask.js';
import type { CliContext } from '../../cli-context.js';
import type { Terminal } from '../../terminal.js';
import { CHECKLIST_QUERY, checklistLines, type ChecklistAnswer } from '../../views/loyalty/checklist.view.js';

/** `strata checklist`: what we think of ourselves, beside what the product knows of us. */
export function registerChecklist(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('checklist')
    .description('what we think of ourselves in four areas, beside what is known; over the last rounds')
    .option('--round <id>', 'this round; the latest when left out')
    .option('--json', 'print what GraphQL answers')
    .action(async ({ round, json }: { round?: string; json?: boolean }) => {
      const answer = await context.withService((service) =>
        ask<ChecklistAnswer>(service, CHECKLIST_QUERY, { round }),
      );
      terminal.out(json ? JSON.stringify(answer, null, 2) : checklistLines(answer, terminal).join('\n'));
    });
}
