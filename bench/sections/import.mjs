import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { connected } from '../database/cluster.mjs';
import { CACHE, fromBuild, PROJECT_ROOT } from '../database/product.mjs';
import { copyOf, drop } from '../database/templates.mjs';
import { peakMemory } from '../systems/process.mjs';
import { IMAGE_OPTIONS, RUNTIME } from '../systems/runtime.mjs';
import { copyAgain } from './copy-again.mjs';
import { writeExport } from './import-files.mjs';

/** Contacts at full size; fewer than these are over before the command has properly started. */
const CONTACTS = 100_000;
const FEWEST = 2_000;

/** How often (milliseconds) the memory of the importing process is looked at. */
const LOOK_MS = 100;

/**
 * I1: imports an export of contacts with their companies by the product's command into a new tenant beside all others,
 * then sends the rows it made by COPY into the same tables for another new tenant. Both times in seconds, round by round.
 */
export async function measureImport({ options, cluster, template, log }) {
  const contacts = Math.max(FEWEST, Math.round(CONTACTS * options.scale));
  const folder = join(CACHE, 'import');
  mkdirSync(folder, { recursive: true });
  const files = await writeExport(folder, { contacts, seed: options.seed });
  const adminUrl = await copyOf(cluster, template, 'run_import');
  try {
    const rounds = [];
    for (let round = 0; round < options.rounds; round += 1) {
      rounds.push({ contacts, ...(await measureRound(adminUrl, files, folder, log)) });
    }
    return rounds;
  } finally {
    await drop(cluster, 'run_import');
  }
}

async function measureRound(adminUrl, files, folder, log) {
  const { createTenant } = await fromBuild('database/tenants.js');
  const newTenant = (name) => createTenant(adminUrl, { name, reportingCurrency: 'EUR' });
  const [first, second] = [await newTenant('Imported'), await newTenant('Copied')];
  const imported = await importFiles(adminUrl, first, files, folder);
  // What the import left for later is not to be paid for by the COPY.
  await connected(adminUrl, (client) => client.query('CHECKPOINT'));
  const { rows, seconds: copySeconds } = await copyAgain(adminUrl, first, second);
  const memory = (imported.memory / 2 ** 20).toFixed(0);
  log.say(
    `I1: import ${imported.seconds.toFixed(1)} s, ${memory} MB; COPY of its ${rows} rows ${copySeconds.toFixed(1)} s`,
  );
  return { ...imported, copySeconds, rows };
}

async function importFiles(adminUrl, tenantId, files, folder) {
  const command = ['--tenant', tenantId, 'import', 'hubspot', ...files, '--failed-rows', folder];
  const began = performance.now();
  const child = spawn(RUNTIME, [join(PROJECT_ROOT, 'dist', 'cli', 'main.js'), ...command], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: IMAGE_OPTIONS,
      DATABASE_URL: adminUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [memory, said] = [0, ''];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const look = setInterval(() => (memory = Math.max(memory, memoryOf(child.pid))), LOOK_MS);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`The import ended with ${code}:\n${said.slice(-2_000)}`);
  return { seconds: (performance.now() - began) / 1000, memory };
}

/** Nothing once the process has ended, which it may between two looks. */
function memoryOf(pid) {
  try {
    return peakMemory(pid);
  } catch {
    return 0;
  }
}
