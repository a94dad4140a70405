import { openForCommand } from '../app.command.js';
import { failureInWords } from '../app.failure.js';
import { loadEnvironmentFile } from '../config/settings.js';
import { runProgram } from './run-program.js';
import { processTerminal } from './terminal.js';

const terminal = processTerminal();
loadEnvironmentFile();
process.exit(
  await runProgram(
    process.argv.slice(2),
    (tenant) => openForCommand(tenant, terminal.err),
    terminal,
    failureInWords,
  ),
);
