import type { Command } from 'commander';
import { ask } from '../../ask.js';
import type { CliContext } from '../../cli-context.js';
import { amount, count, decimal } from '../../options.js';
import type { Terminal } from '../../terminal.js';
import { ECONOMICS_QUERY, economicsLines, type EconomicsAnswer } from '../../views/loyalty/economics.view.js';

interface EconomicsOptions {
  segment?: string;
  owner?: string;
  margin?: number;
  discount?: number;
  horizon?: number;
  endless?: boolean;
  retention?: number;
  annualValue?: string;
  change?: number;
  handlingCost?: string;
  prevented?: number;
  json?: boolean;
}

/** `strata economics`: what loyalty is worth. */
export function registerEconomics(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('economics')
    .description('what loyalty is worth: value of a customer, effect of retention, cost of problems')
    .option('--segment <segment>', 'only customers of this segment')
    .option('--owner <email>', 'only customers looked after by this one of our people')
    .option('--margin <share>', 'of the annual value, 0 to 1', decimal)
    .option('--discount <rate>', 'what money loses in worth a year, 0 to 1', decimal)
    .option('--horizon <years>', 'years to come that are counted', count)
    .option('--endless', 'all years to come')
    .option('--retention <share>', 'instead of the one observed, 0 to 1', decimal)
    .option('--annual-value <amount>', 'of an average customer, instead of the one observed', amount)
    .option('--change <points>', 'the change of retention to look at; 0.01 is one point', decimal)
    .option('--handling-cost <amount>', 'what handling one problem costs us', amount)
    .option('--prevented <share>', 'share of the customers with problems that would have had none', decimal)
    .option('--json', 'print what GraphQL answers')
    .action(async (options: EconomicsOptions) => {
      const answer = await context.withService((service) =>
        ask<EconomicsAnswer>(service, ECONOMICS_QUERY, variablesOf(options)),
      );
      terminal.out(
        options.json ? JSON.stringify(answer, null, 2) : economicsLines(answer, terminal).join('\n'),
      );
    });
}

function variablesOf(options: EconomicsOptions): Record<string, unknown> {
  const { segment, owner, margin, discount, horizon, endless, retention, annualValue, change } = options;
  const inputs = {
    ...{ margin, endless, retention, annualValue, discountRate: discount, horizonYears: horizon },
    ...{ retentionChange: change, handlingCost: options.handlingCost, preventedShare: options.prevented },
  };
  return { filter: { segment, ownerEmail: owner }, inputs };
}
