import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';

/** Everything the commands need before the product itself can run; asks nothing, and says only what takes time. */
export async function setUp() {
  try {
    requireNode(20, 19);
    await ensureInstalled();
    await ensureBuilt();
  } catch (error) {
    // What goes wrong here is for a person to put right; where in these scripts it was noticed does not help.
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

/** Imports a program of the built service into this process, so that signals and the exit code are its own. */
export async function runBuilt(path) {
  const program = new URL(`../dist/${path}`, import.meta.url);
  if (!existsSync(program)) throw new Error(`The build made no dist/${path}.`);
  // Newer versions of Node keep what they compiled; reading source maps here would cost every start a fifth more.
  nodeModule.enableCompileCache?.();
  await import(program.href);
}

function requireNode(major, minor) {
  const [ours, oursMinor] = process.versions.node.split('.').map(Number);
  if (ours > major || (ours === major && oursMinor >= minor)) return;
  throw new Error(
    `Node ${major}.${minor} or newer is needed, and this is ${process.versions.node}. See https://nodejs.org.`,
  );
}
