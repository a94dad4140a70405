import type { Command } from 'commander';
import { OrganisationStructure } from '../../../domain/terms.js';
import { ask } from '../../ask.js';
import type { CliContext } from '../../cli-context.js';
import { word } from '../../options.js';
import type { Terminal } from '../../terminal.js';
import { EVIDENCE_QUERY, type EvidenceAnswer } from '../../views/loyalty/evidence-answer.js';
import { evidenceLines } from '../../views/loyalty/evidence.view.js';

interface EvidenceOptions {
  segment?: string;
  owner?: string;
  structure?: OrganisationStructure;
  json?: boolean;
}

/** `strata loyalty`: what was said against what was done. */
export function registerLoyalty(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('loyalty')
    .description('what customers had said against what they did: who is loyal, and which answers told it')
    .option('--segment <name>', 'only of this segment')
    .option('--owner <email>', 'only accounts this one of our people looks after')
    .option(
      '--structure <structure>',
      'only accounts of this structure',
      word(Object.values(OrganisationStructure)),
    )
    .option('--json', 'print what GraphQL answers')
    .action(async ({ segment, owner: ownerEmail, structure, json }: EvidenceOptions) => {
      const filter = { segment, ownerEmail, structure };
      const answer = await context.withService((service) =>
        ask<EvidenceAnswer>(service, EVIDENCE_QUERY, { filter }),
      );
      terminal.out(json ? JSON.stringify(answer, null, 2) : evidenceLines(answer, terminal).join('\n'));
    });
}
