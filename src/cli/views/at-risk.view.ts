import type { Standing } from '../../domain/judgement-terms.js';
import type { Terminal } from '../terminal.js';
import { BASE_FIELDS, boundsInWords, type BaseRow } from './base.view.js';
import { tableLines, wrap, type TableCell } from './text-table.js';
import {
  codeInWords,
  dayInTable,
  moneyInWords,
  NOT_KNOWN,
  riskInWords,
  standingPaint,
  type MoneyAnswer,
} from './words.js';

/** The accounts at risk, as the command and the start print them. */
export const AT_RISK_QUERY = `query AtRisk($first: Int!, $filter: AtRiskFilter, $base: AccountFilter) {
  atRiskAccounts(first: $first, filter: $filter) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id name segment structure renewalOn owner { name email }
      assessment { standing risk valueAtRisk { amount currency } reasons { code weight summary } }
    }
  }
  baseAtRisk(filter: $base) { ${BASE_FIELDS} }
}`;

/** What that query answers. */
export interface AtRiskAnswer {
  readonly atRiskAccounts: { readonly totalCount: number; readonly nodes: readonly AccountAtRisk[] };
  readonly baseAtRisk: readonly BaseRow[];
}

interface AccountAtRisk {
  readonly name: string;
  readonly renewalOn: string | null;
  readonly owner: { readonly name: string } | null;
  readonly assessment: {
    readonly standing: Standing;
    readonly risk: number;
    readonly valueAtRisk: MoneyAnswer | null;
    readonly reasons: readonly { readonly summary: string }[];
  } | null;
}

const COLUMNS = [
  { title: 'Account', narrowest: 22 },
  { title: 'Standing' },
  { title: 'Value at risk', align: 'right' as const },
  { title: 'Risk', align: 'right' as const },
  { title: 'Renewal' },
  { title: 'Owner', narrowest: 8 },
];

/** A row per account with its heaviest reasons beneath, and what that means for the whole base. */
export function atRiskLines(answer: AtRiskAnswer, reasonsShown: number, terminal: Terminal): string[] {
  const { nodes, totalCount } = answer.atRiskAccounts;
  const [titles = '', ...rows] = tableLines(
    COLUMNS,
    nodes.map((account) => cellsOf(account, terminal)),
    terminal,
  );
  const bodies = nodes.map((account, index) => [
    rows[index] ?? '',
    ...reasonLines(account, reasonsShown, terminal),
  ]);
  const list = nodes.length === 0 ? ['No account answers this description.'] : [titles, ...bodies.flat()];
  const more =
    totalCount > nodes.length
      ? [`${totalCount - nodes.length} more; npm run strata -- at-risk --first 100 shows them.`]
      : [];
  return [...list, '', ...more, ...answer.baseAtRisk.map(boundsInWords)];
}

function cellsOf({ name, owner, renewalOn, assessment }: AccountAtRisk, { paint }: Terminal): TableCell[] {
  return [
    { text: name, paint: paint.bold },
    assessment
      ? { text: codeInWords(assessment.standing), paint: standingPaint(assessment.standing, paint) }
      : NOT_KNOWN,
    moneyInWords(assessment?.valueAtRisk ?? null),
    riskInWords(assessment?.risk),
    dayInTable(renewalOn),
    owner?.name ?? NOT_KNOWN,
  ];
}

function reasonLines({ assessment }: AccountAtRisk, shown: number, { width }: Terminal): string[] {
  const reasons = assessment?.reasons.slice(0, shown) ?? [];
  return reasons.flatMap(({ summary }) =>
    wrap(summary, width - 4).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`)),
  );
}
