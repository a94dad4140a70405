import type { Command } from 'commander';
import { BaseGrouping } from '../../assessment/at-risk.inputs.js';
import { ask } from '../ask.js';
import type { CliContext } from '../cli-context.js';
import { word } from '../options.js';
import type { Terminal } from '../terminal.js';
import { BASE_FIELDS, baseLines, type BaseRow } from '../views/base.view.js';

const BASE_QUERY = `query Base($by: BaseGrouping) { baseAtRisk(groupBy: $by) { ${BASE_FIELDS} } }`;

const GROUPINGS = Object.values(BaseGrouping).filter((grouping) => grouping !== BaseGrouping.NONE);

/** `strata base`: how much of the base is at risk. */
export function registerBase(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('base')
    .description('how much of the base is at risk: counts and value per standing')
    .option('--by <grouping>', 'one row per segment, owner or structure', word(GROUPINGS))
    .option('--json', 'print what GraphQL answers')
    .action(async ({ by, json }: { by?: BaseGrouping; json?: boolean }) => {
      const answer = await context.withService((service) =>
        ask<{ baseAtRisk: BaseRow[] }>(service, BASE_QUERY, { by: by ?? BaseGrouping.NONE }),
      );
      terminal.out(
        json
          ? JSON.stringify(answer, null, 2)
          : baseLines(answer.baseAtRisk, by !== undefined, terminal).join('\n'),
      );
    });
}
