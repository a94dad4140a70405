import type { INestApplicationContext } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import type { Caller } from '../access/actor.types.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Scope, scopesIncluded } from '../domain/rights.js';
import type { CliService } from './cli-context.js';

/** Whoever may run commands on this machine may do everything. */
export function operatorOf(tenantId: string): Caller {
  return { tenantId, keyId: null, user: null, role: null, scopes: scopesIncluded([Scope.ADMIN]) };
}

/** The service as a command of this tenant's operator uses it. */
export function serviceFor(app: INestApplicationContext, tenantId: string): CliService {
  return {
    app,
    tenantId,
    asOperator: (work) =>
      app.get(TenantTransaction).run({ tenantId, ownerId: null, access: 'write' }, () => {
        app.get(AccessService).enter(operatorOf(tenantId), 'write');
        return work();
      }),
  };
}
