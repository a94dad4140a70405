import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { DailySweepService } from './assessment/sweep/daily-sweep.service.js';
import { Obstacle } from './app.failure.js';
import type { Settings } from './config/settings.js';
import { ReadinessService } from './health/readiness.service.js';

/** Requests under way when the service is told to stop get this long (milliseconds) to finish. */
const LAST_REQUESTS_MS = 10_000;

/** Opens the door and returns the address, with the real port. Throws an `Obstacle` that names the wrong setting. */
export async function listen(
  app: NestExpressApplication,
  { HOST, PORT, SWEEP_HOUR }: Settings,
): Promise<string> {
  try {
    await app.listen(PORT, HOST);
  } catch (error) {
    throw obstacleTo(error, HOST, PORT);
  }
  app.get(DailySweepService).start(SWEEP_HOUR);
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://${hostInAddress(HOST)}:${port}/graphql`;
}

/** Lets nobody new in, and waits a while for those inside. */
export async function finishRequests(app: NestExpressApplication): Promise<void> {
  app.get(ReadinessService).leave();
  const server = app.getHttpServer();
  if (!server.listening) return;
  const finished = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([finished, delay(LAST_REQUESTS_MS, undefined, { ref: false })]);
  server.closeAllConnections();
}

function obstacleTo(error: unknown, host: string, port: number): unknown {
  const code = String((error as { code?: unknown }).code);
  if (code === 'EADDRINUSE') {
    return new Obstacle(`Port ${port} is taken by another program: set PORT to a free one, or to 0 for any.`);
  }
  if (code === 'EACCES') {
    return new Obstacle(`Port ${port} may not be used by this user: set PORT to one above 1023.`);
  }
  if (NO_SUCH_HOST.includes(code)) {
    return new Obstacle(
      `HOST is '${host}', which is no address of this machine: 127.0.0.1 or 0.0.0.0 will do.`,
    );
  }
  return error;
}

const NO_SUCH_HOST = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'];

/** An address to click on: the one that means "every interface" is no destination. */
function hostInAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
