import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Operation } from '../../common/operation/operation.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { AssessmentsService } from '../judging/assessments.service.js';
import { WaitingAccountsService } from './waiting-accounts.service.js';

/** Sees to it that no write is confirmed before the accounts it touched are judged anew, or noted as waiting for it. */
@Injectable()
export class JudgedOnCommitService implements OnModuleInit {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly assessments: AssessmentsService,
    private readonly waiting: WaitingAccountsService,
  ) {}

  /** From here on every write takes this step; writers need not know. */
  onModuleInit(): void {
    this.transaction.onBeforeCommit((accountIds) =>
      this.state.later ? this.waiting.note(accountIds) : this.assessments.refresh(accountIds),
    );
  }

  /** What this operation touches is judged later, once for all the operations that touch it: for imports. */
  judgeLater(): void {
    this.state.later = true;
  }

  private get state(): { later: boolean } {
    return Operation.current().part(this, () => ({ later: false }));
  }
}
