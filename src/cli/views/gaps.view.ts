import { actionAt, NextActionCode } from '../../domain/divergence/next-action.js';
import type { NamedLevel } from '../../domain/standing/levels-standing.js';
import { nextActionInWords } from '../../domain/wording/next-action-sentence.js';
import type { Terminal } from '../terminal.js';
import { tableLines, wrap, type TableCell } from './text-table.js';
import { codeInWords, dayInTable, NOT_KNOWN } from './words.js';

/** Solved problems that a level knows of without knowing that they are solved. */
export const GAPS_QUERY = `query Gaps($first: Int!, $account: RefInput) {
  knowledgeGaps(first: $first, account: $account) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      level since
      problem { id title severity resolvedAt account { id name } }
      untold { id fullName roles }
    }
  }
}`;

/** What that query answers. */
export interface GapsAnswer {
  readonly knowledgeGaps: { readonly totalCount: number; readonly nodes: readonly GapAnswer[] };
}

/** One level in the dark about one problem. */
export interface GapAnswer {
  readonly level: NamedLevel;
  readonly since: string;
  readonly problem: {
    readonly id: string;
    readonly title: string;
    readonly account: { readonly name: string };
  };
  readonly untold: readonly { readonly id: string; readonly fullName: string }[];
}

const COLUMNS = [
  { title: 'Account', narrowest: 16 },
  { title: 'Solved problem', narrowest: 14 },
  { title: 'Untold level' },
  { title: 'Since' },
  { title: 'Tell first', narrowest: 10 },
];

/** A row per gap, the oldest first, with what to do about it beneath. */
export function gapLines({ knowledgeGaps }: GapsAnswer, terminal: Terminal): string[] {
  const { nodes, totalCount } = knowledgeGaps;
  if (nodes.length === 0) return ['Everybody who knows of a solved problem was told that it is solved.'];
  const [titles = '', ...rows] = tableLines(
    COLUMNS,
    nodes.map((gap) => cellsOf(gap, terminal)),
    terminal,
  );
  const bodies = nodes.flatMap((gap, index) => [rows[index] ?? '', ...actionLines(gap, terminal)]);
  const more = totalCount - nodes.length;
  return [
    titles,
    ...bodies,
    ...(more > 0 ? ['', `${more} more; npm run strata -- gaps --first 100 shows them.`] : []),
  ];
}

/** What closes the gap, in the words of the judgement. */
export function gapAction({
  level,
  problem,
  untold,
}: Pick<GapAnswer, 'level' | 'problem' | 'untold'>): string {
  const names = new Map(untold.map(({ id, fullName }) => [id, fullName]));
  const told = actionAt(NextActionCode.TELL_RESOLUTION, level, [...names.keys()]);
  return nextActionInWords({ ...told, problem }, (id) => names.get(id));
}

function cellsOf({ level, since, problem, untold }: GapAnswer, { paint }: Terminal): TableCell[] {
  return [
    { text: problem.account.name, paint: paint.bold },
    problem.title,
    codeInWords(level),
    dayInTable(since),
    untold[0]?.fullName ?? NOT_KNOWN,
  ];
}

function actionLines(gap: GapAnswer, { width }: Terminal): string[] {
  return wrap(gapAction(gap), width - 4).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`));
}
