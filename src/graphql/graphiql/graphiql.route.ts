import type { NextFunction, Request, Response } from 'express';
import type { GraphiqlService } from './graphiql.service.js';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOCAL_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Shows the editor to a browser that opens the endpoint's address; every other request goes on to the API. */
export function graphiqlRoute(
  editor: GraphiqlService,
): (request: Request, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    if (!opensPage(request)) {
      next();
      return;
    }
    editor.page(isLocal(request)).then(({ html, contentSecurityPolicy }) => {
      response.setHeader('content-security-policy', contentSecurityPolicy);
      response.setHeader('cache-control', 'no-store');
      response.type('html').send(html);
    }, next);
  };
}

function opensPage({ method, path, query, headers }: Request): boolean {
  return (
    method === 'GET' &&
    path === '/' &&
    query.query === undefined &&
    (headers.accept ?? '').includes('text/html')
  );
}

/**
 * Whether the request comes from this very machine and knows it: a name that leads here from outside (DNS rebinding)
 * or a proxy in between gets the editor without a key.
 */
function isLocal({ socket, headers }: Request): boolean {
  return (
    LOOPBACK.test(socket.remoteAddress ?? '') &&
    LOCAL_NAME.test(headers.host ?? '') &&
    headers['x-forwarded-for'] === undefined &&
    headers.forwarded === undefined
  );
}
