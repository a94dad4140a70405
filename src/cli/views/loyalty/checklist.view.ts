import type { ChecklistArea } from '../../../domain/loyalty/checklist/statement.js';
import type { Terminal } from '../../terminal.js';
import { tableLines, wrap } from '../text-table.js';
import { codeInWords, NOT_KNOWN } from '../words.js';
import { percent } from './shares.js';

/** The checklist, as the command prints it. */
export const CHECKLIST_QUERY = `query Checklist($round: ID) {
  checklist(round: $round) {
    round { title openedOn closedAt }
    sections { area raters mean agreement
      statements { code text raters mean agreement counts { rating raters } figure { code value unit currency n hits low high sentence } } }
  }
  checklistRounds(first: 5) { nodes { id title openedOn closedAt areas { area raters mean agreement } } }
}`;

interface RatedAnswer {
  readonly raters: number;
  readonly mean: number | null;
  readonly agreement: number | null;
}

interface AreaAnswer extends RatedAnswer {
  readonly area: ChecklistArea;
}

interface SectionAnswer extends AreaAnswer {
  readonly statements: readonly (RatedAnswer & {
    readonly text: string;
    readonly figure: { readonly sentence: string } | null;
  })[];
}

interface RoundAnswer {
  readonly title: string;
  readonly openedOn: string;
  readonly closedAt: string | null;
}

/** What that query answers. */
export interface ChecklistAnswer {
  readonly checklist: { readonly round: RoundAnswer | null; readonly sections: readonly SectionAnswer[] };
  readonly checklistRounds: {
    readonly nodes: readonly (RoundAnswer & { readonly id: string; readonly areas: readonly AreaAnswer[] })[];
  };
}

const right = (title: string): { title: string; align: 'right' } => ({ title, align: 'right' });
const RATED = [right('Rated by'), right('Mean'), right('Agreement')];
const INDENT = '    ';

/** The round, each area with its statements, and how the areas were rated over the last rounds. */
export function checklistLines(
  { checklist, checklistRounds }: ChecklistAnswer,
  terminal: Terminal,
): string[] {
  return [
    terminal.paint.bold(roundInWords(checklist.round)),
    ...checklist.sections.flatMap((section) => ['', ...sectionLines(section, terminal)]),
    ...(checklistRounds.nodes.length > 1 ? ['', ...overTime(checklistRounds.nodes, terminal)] : []),
    '',
    'Means from 0 (not at all) to 3 (significantly). Agreement from 0 (as divided as can be) to 100 %.',
  ];
}

function roundInWords(round: RoundAnswer | null): string {
  if (!round) return 'No round has been opened yet.';
  const state = round.closedAt === null ? 'open' : `closed on ${round.closedAt.slice(0, 10)}`;
  return `${round.title}, ${round.openedOn}, ${state}`;
}

function sectionLines({ area, statements, ...rated }: SectionAnswer, terminal: Terminal): string[] {
  const { paint, width } = terminal;
  const head = `${codeInWords(area)}${ratedInWords(rated)}`;
  return [
    paint.bold(head),
    ...statements.flatMap(({ text, figure, ...each }) => {
      const line = `${text}${ratedInWords(each)}`;
      const known = figure ? wrap(`Known: ${figure.sentence}`, width - INDENT.length) : [];
      return [...wrap(line, width), ...known.map((part) => paint.dim(`${INDENT}${part}`))];
    }),
  ];
}

function overTime(rounds: ChecklistAnswer['checklistRounds']['nodes'], terminal: Terminal): string[] {
  const columns = [{ title: 'Round', narrowest: 10 }, { title: 'Area' }, ...RATED];
  const rows = rounds.flatMap(({ title, openedOn, areas }) =>
    areas.map(({ area, ...rated }, index) => [
      index === 0 ? `${openedOn} ${title}` : '',
      codeInWords(area),
      ...ratedCells(rated),
    ]),
  );
  return tableLines(columns, rows, terminal);
}

/** ` [2.3, 4 raters, agreement 67 %]`; nothing where nobody rated. */
function ratedInWords(rated: RatedAnswer): string {
  if (rated.raters === 0) return '';
  const [raters, mean, agreement] = ratedCells(rated);
  return ` [${mean}, ${raters} ${rated.raters === 1 ? 'rater' : `raters, agreement ${agreement}`}]`;
}

function ratedCells({ raters, mean, agreement }: RatedAnswer): [string, string, string] {
  return [
    String(raters),
    mean === null ? NOT_KNOWN : mean.toFixed(1),
    agreement === null ? NOT_KNOWN : percent(agreement),
  ];
}
