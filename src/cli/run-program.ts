import { CommanderError } from 'commander';
import type { CliContext } from './cli-context.js';
import { buildProgram } from './program.js';
import type { Terminal } from './terminal.js';

/** What went wrong, as a sentence for a person. */
export type FailureInWords = (error: unknown) => string;

/** Runs one command line. Returns the exit code: 0 done, 1 it could not be done, 2 it was not understood. */
export async function runProgram(
  args: readonly string[],
  context: (tenant: () => string | undefined) => CliContext,
  terminal: Terminal,
  failureInWords: FailureInWords,
): Promise<number> {
  const program = buildProgram(
    context(() => program.opts<{ tenant?: string }>().tenant),
    terminal,
  );
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : [...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.err(failureInWords(error));
    return 1;
  }
}
