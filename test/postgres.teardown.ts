import { rmSync } from 'node:fs';

/** Ends the server of the run and removes its data, whether the tests passed or not. */
export default async function stopTestPostgres(): Promise<void> {
  const running = globalThis.testPostgres;
  if (!running) return;
  await running.server.stop();
  rmSync(running.folder, { recursive: true, force: true });
}
