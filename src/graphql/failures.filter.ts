import { Catch, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';

/**
 * Hands failures of GraphQL fields on as they are: `formatError` is the one place that words them and logs those that
 * nobody expected, where Nest would log every refusal too.
 */
@Catch()
export class FailuresFilter extends BaseExceptionFilter {
  override catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'graphql') {
      super.catch(exception, host);
      return undefined;
    }
    return exception instanceof Error ? exception : new Error(String(exception));
  }
}
