import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestListener,
} from '@apollo/server';
import { MAX_PAGE_SIZE } from '../../common/pages/connection.types.js';
import { StrataError } from '../../common/errors.js';
import type { Settings } from '../../config/settings.js';
import { measureOperation, type OperationSize } from './operation-size.js';
import { readVariables } from './operation-variables.js';

/** The most fields at the root of an operation, and the most directives in it: nobody needs more by hand or by tool. */
const MAX_ROOT_FIELDS = 20;
const MAX_DIRECTIVES = 50;

const REFUSALS: Record<keyof OperationSize, string> = {
  depth: 'The operation is nested too deeply: ask in several steps.',
  aliases: 'The operation has too many aliases: ask in several operations.',
  directives: 'The operation has too many directives.',
  rootFields: 'The operation has too many fields at its root: ask in several operations.',
  page: 'A page holds at most 100 rows: ask for the next one with `after`.',
  cost: 'The operation may answer too much: ask for smaller pages or fewer fields.',
};

/** Refuses what is too large or does not fit the schema before anything of it is run. */
export class OperationLimitsPlugin implements ApolloServerPlugin {
  private readonly limits: Record<keyof OperationSize, number>;

  constructor(settings: Settings) {
    this.limits = {
      depth: settings.GRAPHQL_MAX_DEPTH,
      aliases: settings.GRAPHQL_MAX_ALIASES,
      directives: MAX_DIRECTIVES,
      rootFields: MAX_ROOT_FIELDS,
      page: MAX_PAGE_SIZE,
      cost: settings.GRAPHQL_MAX_COST,
    };
  }

  requestDidStart(): Promise<GraphQLRequestListener<BaseContext>> {
    return Promise.resolve({ didResolveOperation: (request) => Promise.resolve(this.check(request)) });
  }

  private check({
    schema,
    document,
    operation,
    request,
  }: GraphQLRequestContextDidResolveOperation<BaseContext>): void {
    const known = operation;
    if (!known) return;
    if (!schema.getRootType(known.operation)) {
      const details = { operation: known.operation };
      throw new StrataError('INVALID_INPUT', 'The schema has no operations of this kind.', [], details);
    }
    const variables = readVariables(schema, known.variableDefinitions ?? [], request.variables ?? {});
    const size = measureOperation(schema, document, known, variables);
    for (const [what, limit] of Object.entries(this.limits) as [keyof OperationSize, number][]) {
      if (size[what] <= limit) continue;
      const path = what === 'page' ? ['first'] : [];
      throw new StrataError('LIMIT_EXCEEDED', REFUSALS[what], path, { of: what, limit, sent: size[what] });
    }
  }
}
