import { Injectable } from '@nestjs/common';
import { assertUnreachable } from '../../common/errors.js';
import { ActivityRowsService } from '../activities/activity-rows.service.js';
import { LoyaltyEventRowsService } from '../loyalty/loyalty-event-rows.service.js';
import type { RecordKind } from '../mapping/fields.js';
import type { ImportRun, ReadySource } from '../run/import-run.js';
import { AnswerRowsService } from './answer-rows.service.js';
import { InteractionRowsService } from './interaction-rows.service.js';
import { ProblemRowsService } from './problem-rows.service.js';

/** The kinds whose rows say what happened, not who there is. */
export type RecordedKind = Exclude<RecordKind, 'accounts' | 'stakeholders' | 'deals'>;

/** Imports what is recorded about accounts and their people. */
@Injectable()
export class RecordedRowsService {
  constructor(
    private readonly problems: ProblemRowsService,
    private readonly interactions: InteractionRowsService,
    private readonly answers: AnswerRowsService,
    private readonly activities: ActivityRowsService,
    private readonly loyaltyEvents: LoyaltyEventRowsService,
  ) {}

  /** Imports a file of the kind. */
  importRows(kind: RecordedKind, ready: ReadySource, run: ImportRun): Promise<void> {
    switch (kind) {
      case 'problems':
        return this.problems.importRows(ready, run);
      case 'interactions':
        return this.interactions.importRows(ready, run);
      case 'answers':
        return this.answers.importRows(ready, run);
      case 'insights':
        return this.activities.importInsights(ready, run);
      case 'teachings':
        return this.activities.importTeachings(ready, run);
      case 'loyaltyEvents':
        return this.loyaltyEvents.importRows(ready, run);
      default:
        return assertUnreachable(kind);
    }
  }
}
