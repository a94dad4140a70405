import { RelationshipSide } from '../../../domain/loyalty/terms.js';
import { printable, type Terminal } from '../../terminal.js';
import { wrap } from '../text-table.js';

/** What both sides expect at an account, as the command prints it. */
export const EXPECTATIONS_QUERY = `query Expectations($id: ID!) {
  account(ref: { id: $id }) {
    name
    expectations(first: 100) {
      totalCount
      nodes { id side statement measure target revision nextCheckInOn overdueDays sharing { isShared } reading }
    }
  }
}`;

/** What that query answers. */
export interface ExpectationsAnswer {
  readonly account: {
    readonly name: string;
    readonly expectations: { readonly totalCount: number; readonly nodes: readonly ExpectationAnswer[] };
  } | null;
}

interface ExpectationAnswer {
  readonly id: string;
  readonly side: RelationshipSide;
  readonly statement: string;
  readonly measure: string | null;
  readonly target: string | null;
  readonly revision: number;
  readonly nextCheckInOn: string | null;
  readonly overdueDays: number;
  readonly sharing: { readonly isShared: boolean };
  readonly reading: string;
}

/** Each expectation with how far it is shared, how it went and when it is due; theirs first. */
export function expectationLines(
  { name, expectations }: NonNullable<ExpectationsAnswer['account']>,
  terminal: Terminal,
): string[] {
  const { nodes, totalCount } = expectations;
  const title = terminal.paint.bold(printable(name));
  if (nodes.length === 0) return [title, 'Nothing has been agreed that both sides expect.'];
  const sides = [RelationshipSide.THEIRS, RelationshipSide.OURS].flatMap((side) => {
    const ofSide = nodes.filter((node) => node.side === side);
    if (ofSide.length === 0) return [];
    const heading = side === RelationshipSide.THEIRS ? 'They expect of us' : 'We expect of them';
    return ['', terminal.paint.dim(heading), ...ofSide.flatMap((node) => oneExpectation(node, terminal))];
  });
  const more = totalCount - nodes.length;
  return [title, ...sides, ...(more > 0 ? ['', `and ${more} more.`] : [])];
}

function oneExpectation(expectation: ExpectationAnswer, { paint, width }: Terminal): string[] {
  const { statement, measure, target, overdueDays, sharing, reading, id } = expectation;
  const measured = measure === null ? '' : ` (${measure}${target === null ? '' : `: ${target}`})`;
  const [first = '', ...rest] = wrap(`${statement}${measured}`, width - 4);
  const body = wrap(reading, width - 4).map((line) => `    ${line}`);
  const painted = overdueDays > 0 || !sharing.isShared ? body.map(paint.yellow) : body;
  return [`  - ${first}`, ...rest.map((line) => `    ${line}`), ...painted, paint.dim(`    ${id}`)];
}
