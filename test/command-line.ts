import { Command } from 'commander';
import colours from 'picocolors';
import type { CliContext } from '../src/cli/cli-context.js';
import { serviceFor } from '../src/cli/operator.js';
import type { Terminal } from '../src/cli/terminal.js';
import type { TestService } from './service.js';

/** Adds a command to a program, as every file of `src/cli/commands` does. */
export type RegisterCommand = (program: Command, context: CliContext, terminal: Terminal) => void;

/** Runs commands in this process against a running service, seen by one tenant, and keeps what they print. */
export class TestCommandLine {
  constructor(
    private readonly service: TestService,
    private readonly tenantId: string,
    private readonly commands: readonly RegisterCommand[],
    /** Characters in a line of the terminal. */
    private readonly width = 100,
  ) {}

  /** What the command prints, without colours. Rejects where it would end with an error. */
  async run(...args: string[]): Promise<string> {
    const out: string[] = [];
    const terminal: Terminal = {
      out: (text) => void out.push(text),
      err: () => undefined,
      width: this.width,
      paint: colours.createColors(false),
    };
    const context: CliContext = {
      withService: (work) => work(serviceFor(this.service.app, this.tenantId)),
    };
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    for (const register of this.commands) register(program, context, terminal);
    for (const command of program.commands) command.copyInheritedSettings(program);
    await program.parseAsync(args, { from: 'user' });
    return out.join('\n');
  }
}
