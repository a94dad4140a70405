import { Injectable } from '@nestjs/common';
import type { AccountFilter } from '../../accounts/accounts.inputs.js';
import { answerCalibration } from '../../domain/loyalty/evidence/answer-calibration.js';
import { foresights } from '../../domain/loyalty/evidence/foresight.js';
import { saidAgainstDone } from '../../domain/loyalty/evidence/said-against-done.js';
import { evidenceInWords } from '../../domain/loyalty/evidence/wording/evidence-sentences.js';
import { foresightInWords } from '../../domain/loyalty/evidence/wording/foresight-sentences.js';
import { saidInWords } from '../../domain/loyalty/evidence/wording/said-sentences.js';
import { AskingReader } from './asking.reader.js';
import type { LoyaltyEvidence } from './loyalty-evidence.types.js';
import { OutcomeEvidenceReader } from './outcome-evidence.reader.js';
import { RecoveryEvidenceReader } from './recovery/recovery-evidence.reader.js';

/** Holds what was said against what was done. */
@Injectable()
export class LoyaltyEvidenceReader {
  constructor(
    private readonly decisions: OutcomeEvidenceReader,
    private readonly asking: AskingReader,
    private readonly recovery: RecoveryEvidenceReader,
  ) {}

  /** Over the customers of a filter that the caller may see, those lost among them. */
  async readEvidence(filter: AccountFilter | null): Promise<LoyaltyEvidence> {
    const { outcomes, lateAnswers, structuresKnownLater } = await this.decisions.readOutcomes(filter);
    const days = outcomes.map(({ decidedOn }) => decidedOn).sort();
    const stayed = outcomes.filter((outcome) => outcome.stayed).length;
    return {
      outcomes: outcomes.length,
      stayed,
      left: outcomes.length - stayed,
      accounts: new Set(outcomes.map(({ accountId }) => accountId)).size,
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      lateAnswers,
      structuresKnownLater,
      saidAgainstDone: saidAgainstDone(outcomes).map((table) => ({ ...table, reading: saidInWords(table) })),
      calibration: answerCalibration(outcomes),
      foresight: foresights(outcomes).map((each) => ({ ...each, reading: foresightInWords(each) })),
      asking: await this.asking.readAsking(filter),
      recovery: await this.recovery.readRecovery(outcomes, filter),
      reading: evidenceInWords(outcomes, { lateAnswers, structuresKnownLater }),
    };
  }
}
