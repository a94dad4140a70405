import type { NextFunction, Request, Response } from 'express';
import type { MetricsService } from './metrics.service.js';

/** Other paths are counted together: whoever tries paths must not make up new figures. */
const ROUTES = ['/graphql', '/livez', '/readyz', '/metrics'];

/** Measures every request from its arrival to the end of its answer. */
export function measureRequests({ requests }: MetricsService) {
  return ({ method, path }: Request, response: Response, next: NextFunction): void => {
    const stop = requests.startTimer({ method, route: ROUTES.includes(path) ? path : 'other' });
    response.once('close', () => stop({ status: String(response.statusCode) }));
    next();
  };
}
