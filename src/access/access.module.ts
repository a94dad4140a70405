import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AccessReader } from './access.reader.js';
import { AccessResolver } from './access.resolver.js';
import { AccessService } from './access.service.js';

@Global()
@Module({
  providers: [AccessService, AccessReader, AccessResolver, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [AccessService, AccessReader],
})
export class AccessModule {}
