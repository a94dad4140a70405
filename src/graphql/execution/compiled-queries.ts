import {
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';

/** What is run: an operation that has been checked and found within the limits. */
export interface Run {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Record<string, unknown>;
  readonly context: unknown;
}

/**
 * Numbers, texts and codes are answered as they are: each was made by us as what it is to be, which every test watches
 * (test/guarded-leaves.ts). To convert them costs the compiler's code two arrays a value, for errors that it does not make.
 */
const OPTIONS = { disableLeafSerialization: true };

/** A document as it is known so far. */
interface Known {
  runs: number;
  /** By operation; null where the compiler has declined. */
  readonly compiled: Map<string | null, CompiledQuery | null>;
}

/**
 * Runs operations, and those that come again as compiled functions: what programs send is the same document every time,
 * while compiling costs more than one run saves. The parsed document is the key, so what falls out of the server's
 * store of documents is forgotten here too.
 */
export class CompiledQueries {
  private readonly known = new WeakMap<DocumentNode, Known>();

  /** @param after how many runs of a document it is compiled. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly after: number,
  ) {}

  async run(run: Run): Promise<ExecutionResult> {
    const compiled = await this.find(run);
    const variables = compiled ? this.readVariables(run) : null;
    if (compiled && variables) return asGraphql(await compiled.query(undefined, run.context, variables));
    const { document, operationName, variables: variableValues, context: contextValue } = run;
    return execute({ schema: this.schema, document, operationName, variableValues, contextValue });
  }

  /**
   * The variables with their defaults in place: the compiler misses the default of a variable that must not be null.
   * What it reads once more stays as it is, because our scalars are texts and our enums are stored by their names.
   * Null for unfit ones, which GraphQL itself words best.
   */
  private readVariables({ document, operationName, variables }: Run): Record<string, unknown> | null {
    const { variableDefinitions } = getOperationAST(document, operationName) ?? {};
    return getVariableValues(this.schema, variableDefinitions ?? [], variables).coerced ?? null;
  }

  private async find({ document, operationName }: Run): Promise<CompiledQuery | null> {
    const known = this.known.get(document) ?? {
      runs: 0,
      compiled: new Map<string | null, CompiledQuery | null>(),
    };
    this.known.set(document, known);
    known.runs += 1;
    if (known.runs <= this.after) return null;
    let compiled = known.compiled.get(operationName);
    if (compiled === undefined) {
      compiled = await this.compile(document, operationName);
      known.compiled.set(operationName, compiled);
    }
    return compiled;
  }

  /** Loaded with the first document that needs it: the compiler is a large part of what a start would load. */
  private async compile(document: DocumentNode, operationName: string | null): Promise<CompiledQuery | null> {
    const { compileQuery, isCompiledQuery } = await import('graphql-jit');
    const compiled = compileQuery(this.schema, document, operationName ?? undefined, OPTIONS);
    return isCompiledQuery(compiled) ? compiled : null;
  }
}

/** The compiler makes errors of its own kind, which Apollo would take for failures of something else. */
function asGraphql(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const { message, path, locations, originalError } = error;
    return Object.assign(new GraphQLError(message, { path, originalError }), { locations });
  });
  return { ...result, errors };
}
