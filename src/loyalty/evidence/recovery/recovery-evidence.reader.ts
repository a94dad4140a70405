import { Injectable } from '@nestjs/common';
import type { AccountFilter } from '../../../accounts/accounts.inputs.js';
import type { OutcomeEvidence } from '../../../domain/loyalty/evidence/outcome-evidence.js';
import { recoveryEffect } from '../../../domain/loyalty/recovery/recovery-effect.js';
import { recoveryInWords, rescoresInWords } from '../../../domain/loyalty/recovery/recovery-sentences.js';
import { LowScorersReader } from './low-scorers.reader.js';
import type { RecoveryEvidence } from './recovery-evidence.types.js';

/** What problems and their recovery had to do with decisions and with later answers. */
@Injectable()
export class RecoveryEvidenceReader {
  constructor(private readonly lowScorers: LowScorersReader) {}

  async readRecovery(
    outcomes: readonly OutcomeEvidence[],
    filter: AccountFilter | null,
  ): Promise<RecoveryEvidence> {
    const effect = recoveryEffect(outcomes);
    const rescores = await this.lowScorers.readRescores(filter);
    return {
      ...effect,
      rescores: { ...rescores, reading: rescoresInWords(rescores) },
      reading: recoveryInWords(effect),
    };
  }
}
