import { Injectable } from '@nestjs/common';
import { AccessService } from '../../access/access.service.js';
import type { Caller } from '../../access/actor.types.js';
import { JudgedOnCommitService } from '../../assessment/waiting/judged-on-commit.service.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { ImportSession } from './import-session.js';

/** Opens the sessions in which imports write. */
@Injectable()
export class ImportSessionsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: AccessService,
    private readonly judged: JudgedOnCommitService,
  ) {}

  /** A session of its own for this caller, who needs the right to write. */
  open(caller: Caller): ImportSession {
    return new ImportSession(this.transaction, this.access, this.judged, caller);
  }
}
