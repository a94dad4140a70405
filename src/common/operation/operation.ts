import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<Operation>();

/**
 * One GraphQL operation, one command or one job: the span in which a transaction, an actor and the batches of loads
 * live. Singletons ask for the current one instead of being created again for each request, which costs more.
 */
export class Operation {
  private readonly parts = new Map<object, unknown>();

  /** Starts an operation; everything `work` awaits belongs to it. */
  static run<T>(work: () => T): T {
    return storage.run(new Operation(), work);
  }

  /** The operation this code runs in. Throws outside of one: that is a programming error, never the caller's. */
  static current(): Operation {
    const operation = storage.getStore();
    if (!operation) throw new Error('No operation is under way: wrap the work in Operation.run().');
    return operation;
  }

  /** What `owner` keeps for the length of this operation, made on first use. */
  part<T>(owner: object, make: () => T): T {
    if (!this.parts.has(owner)) this.parts.set(owner, make());
    return this.parts.get(owner) as T;
  }
}
