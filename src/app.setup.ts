import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { Operation } from './common/operation/operation.js';
import { inputValidation } from './common/validation/validation.js';
import type { Settings } from './config/settings.js';
import { refusePowerfulLogin } from './database/prepare.js';
import { openEdge } from './graphql/http-edge.js';
import { measureRequests } from './health/metrics/http-metrics.js';
import { MetricsService } from './health/metrics/metrics.service.js';

/** The service as the server, the command line and the tests use it; nothing listens yet. */
export async function createApp(settings: Settings, url: string): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(settings, url), {
    logger: settings.NODE_ENV === 'test' ? ['fatal', 'error'] : ['fatal', 'error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  });
  app.use(measureRequests(app.get(MetricsService)));
  openEdge(app, settings);
  app.use((_request: unknown, _response: unknown, next: () => void) => Operation.run(next));
  app.useGlobalPipes(inputValidation);
  await app.init();
  await refusePowerfulLogin(app.get(DataSource)).catch(async (refusal: unknown) => {
    await app.close();
    throw refusal;
  });
  return app;
}
