import type { Command } from 'commander';
import { ask, change } from '../../ask.js';
import type { CliContext } from '../../cli-context.js';
import type { Terminal } from '../../terminal.js';
import {
  ACCEPT_CALIBRATION,
  CALIBRATION_QUERY,
  type CalibrationStateAnswer,
  type InForceAnswer,
  PROPOSE_CALIBRATION,
  type ProposalAnswer,
  REVERT_CALIBRATION,
} from '../../views/loyalty/calibration-answer.js';
import { calibrationLines, inForceLine, proposalLines } from '../../views/loyalty/calibration.view.js';

/** `strata calibration`: weights learned from what accounts did. */
export function registerCalibration(program: Command, context: CliContext, terminal: Terminal): void {
  const calibration = program
    .command('calibration')
    .description('weights of the reasons, learned from what your accounts did');
  const print = (answer: object, lines: readonly string[], json?: boolean): void =>
    terminal.out(json ? JSON.stringify(answer, null, 2) : lines.join('\n'));
  calibration
    .command('show')
    .description('whether there are enough outcomes, what was proposed and what is in force')
    .option('--json', 'print what GraphQL answers')
    .action(async ({ json }: { json?: boolean }) => {
      const answer = await context.withService((service) =>
        ask<CalibrationStateAnswer>(service, CALIBRATION_QUERY),
      );
      print(answer, calibrationLines(answer, terminal), json);
    });
  calibration
    .command('propose')
    .description('learn weights from the earlier outcomes and try them on the later ones')
    .option('--json', 'print what GraphQL answers')
    .action(async ({ json }: { json?: boolean }) => {
      const answer = await context.withService((service) =>
        change<{ proposeRiskCalibration: ProposalAnswer }>(service, PROPOSE_CALIBRATION),
      );
      print(answer, proposalLines(answer.proposeRiskCalibration, terminal), json);
    });
  calibration
    .command('accept <id>')
    .description('put the weights of a proposal in force')
    .option('--reason <words>', 'why')
    .action(async (id: string, { reason }: { reason?: string }) => {
      const answer = await context.withService((service) =>
        change<{ acceptRiskCalibration: InForceAnswer }>(service, ACCEPT_CALIBRATION, { id, reason }),
      );
      terminal.out(inForceLine(answer.acceptRiskCalibration));
    });
  calibration
    .command('revert')
    .description('put the weights as shipped in force again')
    .requiredOption('--reason <words>', 'why')
    .action(async ({ reason }: { reason: string }) => {
      const answer = await context.withService((service) =>
        change<{ revertRiskCalibration: InForceAnswer }>(service, REVERT_CALIBRATION, { reason }),
      );
      terminal.out(inForceLine(answer.revertRiskCalibration));
    });
}
