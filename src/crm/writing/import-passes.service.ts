import { Injectable } from '@nestjs/common';
import { RECORD_KINDS } from '../mapping/fields.js';
import type { ImportRun, ReadySource } from '../run/import-run.js';
import type { FinishedSource } from '../run/report/make-report.js';
import { unreadableReason, type PreparedSource } from '../run/ready-sources.js';
import { DealRowsService } from '../loyalty/deal-rows.service.js';
import { AccountRowsService } from './account-rows.service.js';
import { RecordedRowsService } from './recorded-rows.service.js';
import { StakeholderRowsService } from './stakeholder-rows.service.js';

/** Imports the sources of a run one after the other, so that what they refer to is there before them. */
@Injectable()
export class ImportPassesService {
  constructor(
    private readonly accounts: AccountRowsService,
    private readonly stakeholders: StakeholderRowsService,
    private readonly recorded: RecordedRowsService,
    private readonly deals: DealRowsService,
  ) {}

  /** Imports what is ready. A file that turns out unreadable half-way ends early; the others go on. */
  async importAll(prepared: readonly PreparedSource[], run: ImportRun): Promise<FinishedSource[]> {
    const ordered = RECORD_KINDS.flatMap((kind) =>
      prepared.filter(({ ready }) => ready.source.kind === kind),
    );
    const finished: FinishedSource[] = [];
    for (const source of ordered) {
      const broken =
        source.refused === null ? await this.attempt(() => this.importRows(source.ready, run)) : null;
      finished.push({ ...source, broken });
    }
    await this.accounts.writeValues(run);
    for (const { ready } of finished.filter((source) => source.refused === null && source.broken === null)) {
      if (ready.source.kind === 'deals') await this.deals.settle(ready, run);
    }
    return finished;
  }

  private importRows(ready: ReadySource, run: ImportRun): Promise<void> {
    const { kind } = ready.source;
    switch (kind) {
      case 'deals':
        return this.deals.collect(ready, run);
      case 'accounts':
        return this.accounts.importRows(ready, run);
      case 'stakeholders':
        return this.stakeholders.importRows(ready, run);
      case 'problems':
      case 'interactions':
      case 'answers':
      case 'insights':
      case 'teachings':
      case 'loyaltyEvents':
        return this.recorded.importRows(kind, ready, run);
    }
  }

  private async attempt(work: () => Promise<void>): Promise<string | null> {
    try {
      await work();
      return null;
    } catch (error) {
      const reason = unreadableReason(error);
      if (reason === null) throw error;
      return reason;
    }
  }
}
