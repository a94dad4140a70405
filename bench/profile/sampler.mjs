/** Loaded into the product before anything else (`--import`): SIGUSR2 begins a CPU profile, and ends and writes it. */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

const session = new Session();
session.connect();
let sampling = false;

process.on('SIGUSR2', async () => {
  sampling = !sampling;
  if (sampling) {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 500 });
    await session.post('Profiler.start');
  } else {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync(process.env.PROFILE_TO, JSON.stringify(profile));
  }
});
