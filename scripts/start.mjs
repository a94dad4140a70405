/** `npm start`: set up what is missing, then serve until stopped. Arguments (`--empty`) reach the service unchanged. */
import { runBuilt, setUp } from './setup.mjs';

if (process.env.npm_lifecycle_event) stopWithShell(process.ppid);
await setUp();
await runBuilt('main.js');

/**
 * Between npm and us there is a shell. A SIGTERM for npm ends that shell, and with many shells (dash) nobody tells us:
 * the service would go on unseen and keep its port.
 */
function stopWithShell(shell) {
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
