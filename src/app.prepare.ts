import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Closing } from './app.closing.js';
import { createApp } from './app.setup.js';
import type { Settings } from './config/settings.js';
import { appAddress, migrate } from './database/prepare.js';

/** The service on a database that was reached: migrates it, and connects as the role that serves. Nothing listens yet. */
export async function prepareApp(
  settings: Settings,
  adminUrl: string,
  closing: Closing,
): Promise<NestExpressApplication> {
  await migrate({ url: adminUrl });
  const app = await createApp(settings, settings.DATABASE_APP_URL ?? (await appAddress(adminUrl)));
  closing.add(() => app.close());
  return app;
}
