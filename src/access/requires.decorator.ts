import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Scope } from '../domain/rights.js';

/** Where the scope that an operation needs is kept. */
export const REQUIRED_SCOPE = 'strata:required-scope';

/** Says which scope an operation needs, where it is not the usual one: read for queries, write for mutations. */
export const Requires = (scope: Scope): CustomDecorator => SetMetadata(REQUIRED_SCOPE, scope);
