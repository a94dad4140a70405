import type { Command } from 'commander';
import { RiskReasonCode, Standing } from '../../domain/judgement-terms.js';
import { ask } from '../ask.js';
import type { CliContext, CliService } from '../cli-context.js';
import { count, date, words } from '../options.js';
import type { Terminal } from '../terminal.js';
import { AT_RISK_QUERY, atRiskLines, type AtRiskAnswer } from '../views/at-risk.view.js';

interface AtRiskOptions {
  owner?: string;
  segment?: string;
  reason?: RiskReasonCode[];
  standing?: Standing[];
  renewalBefore?: string;
  first: number;
  json?: boolean;
}

/** Reasons shown beneath each account. */
const REASONS_SHOWN = 3;

/** `strata at-risk`: which accounts are at risk, and why. */
export function registerAtRisk(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('at-risk')
    .description('the accounts at risk with their reasons, most value at risk first')
    .option('--owner <email>', 'looked after by this one of our people')
    .option('--segment <name>', 'in this segment')
    .option(
      '--reason <codes>',
      'with at least one of these reasons, separated by commas',
      words(Object.values(RiskReasonCode)),
    )
    .option('--standing <standings>', 'in these standings instead of at-risk', words(Object.values(Standing)))
    .option('--renewal-before <date>', 'with a renewal before this date', date)
    .option('--first <count>', 'so many at most, up to 100', count, 25)
    .option('--json', 'print what GraphQL answers')
    .action(async (options: AtRiskOptions) => {
      const answer = await context.withService((service) => askAtRisk(service, options));
      terminal.out(
        options.json
          ? JSON.stringify(answer, null, 2)
          : atRiskLines(answer, REASONS_SHOWN, terminal).join('\n'),
      );
    });
}

/** The accounts at risk and the base they belong to. */
export function askAtRisk(service: CliService, options: AtRiskOptions): Promise<AtRiskAnswer> {
  const { owner: ownerEmail, segment, reason: reasons, standing, renewalBefore, first } = options;
  const filter = { ownerEmail, segment, reasons, renewalBefore, ...(standing && { standing }) };
  return ask<AtRiskAnswer>(service, AT_RISK_QUERY, { first, filter, base: { ownerEmail, segment } });
}
