import type { CycleStage } from '../../../domain/advocacy/terms.js';
import type { OrganisationLevel, OurFunction } from '../../../domain/terms.js';
import type { Terminal } from '../../terminal.js';
import { tableLines, wrap } from '../text-table.js';
import { codeInWords, dayInTable } from '../words.js';
import { reachLines, REACH_FIELDS, type ReachAnswer } from './reach.view.js';

/** Where an account stands in learning, teaching and amplifying, as the command prints it. */
export const CYCLE_QUERY = `query Cycle($id: ID!) {
  account(ref: { id: $id }) {
    name
    cycle { stage why nextStep coverage { gaps functions { ourFunction insights lastLearnedAt levels } } }
    reach { ${REACH_FIELDS} }
    balance { asked given months { month asked given balance } levels { level asked given } }
  }
}`;

/** What that query answers. */
export interface AccountCycleAnswer {
  readonly name: string;
  readonly cycle: {
    readonly stage: CycleStage;
    readonly why: string;
    readonly nextStep: string;
    readonly coverage: { readonly gaps: readonly string[]; readonly functions: readonly FunctionAnswer[] };
  };
  readonly reach: ReachAnswer;
  readonly balance: {
    readonly asked: number;
    readonly given: number;
    readonly levels: readonly LevelAnswer[];
  };
}

interface FunctionAnswer {
  readonly ourFunction: OurFunction;
  readonly insights: number;
  readonly lastLearnedAt: string | null;
  readonly levels: readonly OrganisationLevel[];
}

interface LevelAnswer {
  readonly level: OrganisationLevel;
  readonly asked: number;
  readonly given: number;
}

const COVERAGE = [
  { title: 'Our function' },
  { title: 'Insights', align: 'right' as const },
  { title: 'Last' },
  { title: 'Heard from', narrowest: 10 },
];

/** Stage, next step, what we know, whom our advocates reached, and what we owe. */
export function cycleLines(
  { name, cycle, reach, balance }: AccountCycleAnswer,
  terminal: Terminal,
): string[] {
  const { paint, width } = terminal;
  const rows = cycle.coverage.functions.map(({ ourFunction, insights, lastLearnedAt, levels }) => [
    codeInWords(ourFunction),
    String(insights),
    dayInTable(lastLearnedAt),
    levels.map(codeInWords).join(', '),
  ]);
  return [
    `${paint.bold(name)}: ${codeInWords(cycle.stage)}`,
    ...wrap(cycle.why, width),
    '',
    paint.bold('Next'),
    ...wrap(cycle.nextStep, width),
    '',
    paint.bold('Learn'),
    ...tableLines(COVERAGE, rows, terminal),
    ...cycle.coverage.gaps.flatMap((gap) => wrap(gap, width)),
    '',
    paint.bold('Amplify'),
    ...reachLines(reach, terminal),
    '',
    paint.bold('Within a year'),
    ...balance.levels.map(
      ({ level, asked, given }) => `${codeInWords(level)}: asked ${asked}, given ${given}`,
    ),
  ];
}
