import { EvidenceGrade } from '../../../domain/judgement-terms.js';
import { Basis, OrganisationStructure } from '../../../domain/terms.js';
import { printable, type Terminal } from '../../terminal.js';
import type { GapAnswer } from '../gaps.view.js';
import type { AccountMap, AssessmentAnswer, LevelAnswer } from './account-map.query.js';
import { recordLines } from './records.view.js';
import { tableLines, wrap, type TableCell } from '../text-table.js';
import { codeInWords, dayInTable, moneyInWords, NOT_KNOWN, riskInWords, standingPaint } from '../words.js';

/** The map of one account: who sits where, what each level says, what follows from it. */
export function accountLines(account: AccountMap, gaps: readonly GapAnswer[], terminal: Terminal): string[] {
  const { assessment } = account;
  return [
    ...headLines(account, terminal),
    ...(assessment
      ? ['', ...levelLines(assessment, terminal), '', ...judgementLines(assessment, terminal)]
      : []),
    ...recordLines(account, gaps, terminal),
  ];
}

function headLines(account: AccountMap, { paint, width }: Terminal): string[] {
  const { assessment, structure, structureBasis } = account;
  const basis = structureBasis === Basis.INFERRED ? ' (inferred)' : '';
  const isUnknown = structure === OrganisationStructure.UNKNOWN;
  const facts = [
    isUnknown ? 'who decides is not known' : `${codeInWords(structure)}${basis}`,
    ...(account.segment ? [account.segment] : []),
    `${moneyInWords(account.annualValue)} a year`,
    account.lostOn === null ? `renewal ${dayInTable(account.renewalOn)}` : `lost on ${account.lostOn}`,
    `owner ${account.owner?.name ?? NOT_KNOWN}`,
    ...(account.parent ? [`belongs to ${account.parent.name}`] : []),
  ];
  return [
    paint.bold(printable(account.name)),
    ...wrap(facts.join(' · '), width),
    ...standingLine(assessment, paint),
  ];
}

function standingLine(assessment: AssessmentAnswer | null, paint: Terminal['paint']): string[] {
  if (!assessment) return ['not judged yet'];
  const { standing, risk, valueAtRisk } = assessment;
  const value = valueAtRisk ? `, ${moneyInWords(valueAtRisk)} at risk` : '';
  return [
    `${standingPaint(standing, paint)(codeInWords(standing).toUpperCase())}, risk ${riskInWords(risk)}${value}`,
  ];
}

const LEVEL_COLUMNS = [
  { title: 'Level' },
  { title: 'Heard', align: 'right' as const },
  { title: 'Score', align: 'right' as const },
  { title: 'Likely', align: 'right' as const },
  { title: 'We say', align: 'right' as const },
  { title: 'Last heard' },
  { title: 'Last contact' },
];

/** A mean of few answers is drawn towards the usual one, so it may lie outside its own score. */
const LIKELY =
  'Likely: where the mean of the whole level lies, with 95 %; the fewer were heard, the nearer to the usual.';

function levelLines({ levels, decidingLevels }: AssessmentAnswer, terminal: Terminal): string[] {
  const cells = levels.map((standing): TableCell[] => [
    `${codeInWords(standing.level)}${decidingLevels.includes(standing.level) ? ' (decides)' : ''}`,
    heardCell(standing, terminal),
    pointsOrUnknown(standing.score),
    intervalOf(standing),
    pointsOrUnknown(standing.ourEstimate),
    dayInTable(standing.lastHeardAt),
    dayInTable(standing.lastContactAt),
  ]);
  return [
    ...tableLines(LEVEL_COLUMNS, cells, terminal),
    ...wrap(LIKELY, terminal.width).map(terminal.paint.dim),
  ];
}

function heardCell({ heard, known }: LevelAnswer, { paint }: Terminal): TableCell {
  const text = `${heard} of ${Math.max(heard, known)}`;
  return heard === 0 ? { text, paint: paint.magenta } : text;
}

function pointsOrUnknown(score: number | null): string {
  return score === null ? NOT_KNOWN : String(Math.round(score));
}

function intervalOf({ low, high }: LevelAnswer): string {
  return low === null || high === null ? NOT_KNOWN : `${Math.round(low)} to ${Math.round(high)}`;
}

function judgementLines({ divergence, reasons }: AssessmentAnswer, { width, paint }: Terminal): string[] {
  const { grade, gap, probability, cause, nextAction } = divergence;
  const chance = probability === null ? '' : `, probability ${riskInWords(probability)}`;
  const why = cause === null ? '' : `, ${codeInWords(cause)}`;
  const apart =
    gap === null
      ? 'not comparable: a level is unheard'
      : `${Math.round(Math.abs(gap))} points apart${chance}`;
  return [
    ...wrap(`Divergence: ${gradeInWords(grade)}, ${apart}${why}.`, width),
    ...(nextAction ? wrap(`Next: ${nextAction}`, width) : []),
    ...(reasons.length === 0 ? ['No reason for concern is recorded.'] : [paint.dim('Why')]),
    ...reasons.flatMap(({ weight, summary, evidence }) => {
      const proof =
        evidence.length === 0
          ? ''
          : ` [${evidence.length}\u00a0${evidence.length === 1 ? 'record' : 'records'}]`;
      const text = `${summary}${proof}`;
      return wrap(text, width - 7).map(
        (line, index) => `${index === 0 ? riskInWords(weight).padStart(5) : '     '}  ${line}`,
      );
    }),
  ];
}

/** Insufficient evidence is not proof that the levels agree. */
function gradeInWords(grade: EvidenceGrade): string {
  return grade === EvidenceGrade.INSUFFICIENT
    ? 'not supported by what was heard'
    : `${codeInWords(grade)} evidence`;
}
