import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { ErrorCode } from '../common/errors.js';
import type { Settings } from '../config/settings.js';
import { GraphiqlService } from './graphiql/graphiql.service.js';
import { graphiqlRoute } from './graphiql/graphiql.route.js';

/** What comes before GraphQL: protective headers, bodies of a bounded size, and the editor outside production. */
export function openEdge(app: NestExpressApplication, settings: Settings): void {
  // Nobody keeps the answer to a POST, so nobody compares its checksum.
  app.disable('etag');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      },
      xFrameOptions: { action: 'deny' },
    }),
  );
  app.useBodyParser('json', { limit: settings.BODY_LIMIT_KB * 1024 });
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) =>
    answerUnreadable(error, response, next, settings.BODY_LIMIT_KB),
  );
  if (settings.NODE_ENV !== 'production') app.use('/graphql', graphiqlRoute(app.get(GraphiqlService)));
}

/** A body that cannot be read is refused in the shape of a GraphQL answer, with the HTTP status that says why. */
function answerUnreadable(error: unknown, response: Response, next: NextFunction, limitKb: number): void {
  const { type, status } = error as { type?: string; status?: number };
  if (type === undefined || status === undefined || status >= 500) {
    next(error);
    return;
  }
  const tooLarge = type === 'entity.too.large';
  const code: ErrorCode = tooLarge ? 'LIMIT_EXCEEDED' : 'INVALID_INPUT';
  const message = tooLarge
    ? 'The request body is too large: send it in several requests.'
    : 'The request body is no JSON text in UTF-8.';
  const details = tooLarge ? { of: 'body', limit: limitKb * 1024 } : {};
  response.status(status).json({ errors: [{ message, extensions: { code, details } }] });
}
