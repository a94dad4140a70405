import type { INestApplicationContext } from '@nestjs/common';

/** The service inside this process, for one command, seen by one tenant. */
export interface CliService {
  readonly app: INestApplicationContext;
  readonly tenantId: string;
  /** Runs `work` as one operation with every right: confirmed at its end, undone if it fails. */
  readonly asOperator: <T>(work: () => Promise<T>) => Promise<T>;
}

/** What every command works with. */
export interface CliContext {
  /** Opens the service on the settings of this machine, whether it is running or not, and closes it afterwards. */
  withService<T>(work: (service: CliService) => Promise<T>): Promise<T>;
}

/** Thrown when a command cannot do what it was asked to; the message is a sentence for the person who asked. */
export class CommandRefused extends Error {
  override name = 'CommandRefused';
}
