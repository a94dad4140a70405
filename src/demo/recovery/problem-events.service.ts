import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { ProblemStatus } from '../../domain/terms.js';
import { InteractionsService } from '../../interactions/interactions.service.js';
import { KnowledgeService } from '../../problems/ledger/knowledge.service.js';
import { ProblemsService } from '../../problems/problems.service.js';
import { ResolutionsService } from '../../problems/resolutions.service.js';
import { external } from '../stories/contacts.js';
import type { ProblemHappening, SeatName } from './events.js';
import { accountRef, problemRef, seatRef } from './references.js';

type Happened<What extends ProblemHappening['what']> = Extract<ProblemHappening, { what: What }>;

/** Writes what happened to problems, and who heard of it. */
@Injectable()
export class ProblemEventsService {
  constructor(
    private readonly problems: ProblemsService,
    private readonly resolutions: ResolutionsService,
    private readonly knowledge: KnowledgeService,
    private readonly interactions: InteractionsService,
    private readonly transaction: TenantTransaction,
  ) {}

  async write(accountKey: string, happening: ProblemHappening): Promise<void> {
    switch (happening.what) {
      case 'reported':
        return this.report(accountKey, happening);
      case 'told':
        return this.tell(accountKey, happening);
      case 'met':
        return this.meet(accountKey, happening);
      case 'resolved':
        return this.change(happening, ProblemStatus.RESOLVED);
      case 'reopened':
        return this.change(happening, ProblemStatus.OPEN);
    }
  }

  private async report(accountKey: string, happening: Happened<'reported'>): Promise<void> {
    const { problem, title, severity, by, repeats } = happening;
    await this.problems.reportProblem({
      external: external(problem),
      account: accountRef(accountKey),
      title,
      severity,
      occurredAt: this.transaction.now,
      reportedBy: seats(accountKey, by),
      repeats: repeats === undefined ? undefined : problemRef(repeats),
    });
  }

  private async tell(accountKey: string, { problem, knowledge, people }: Happened<'told'>): Promise<void> {
    await this.knowledge.recordKnowledge({
      problem: problemRef(problem),
      stakeholders: seats(accountKey, people),
      knowledge,
      at: this.transaction.now,
    });
  }

  private async meet(accountKey: string, happening: Happened<'met'>): Promise<void> {
    const { problem, knowledge, people, channel, notes } = happening;
    await this.interactions.logInteraction({
      account: accountRef(accountKey),
      stakeholders: seats(accountKey, people),
      channel,
      occurredAt: this.transaction.now,
      notes,
      told: [{ problem: problemRef(problem), knowledge }],
    });
  }

  private async change(
    { problem, reason }: Happened<'resolved' | 'reopened'>,
    status: ProblemStatus,
  ): Promise<void> {
    await this.resolutions.change(problemRef(problem), { status, at: this.transaction.now, reason }, 'at');
  }
}

function seats(accountKey: string, names: readonly SeatName[]) {
  return names.map((name) => seatRef(accountKey, name));
}
