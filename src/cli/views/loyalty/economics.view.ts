import type { CountedShare } from '../../../domain/loyalty/counted-share.js';
import { EconomicsInputName, type InputSource } from '../../../domain/loyalty/economics/economics-inputs.js';
import type { Terminal } from '../../terminal.js';
import { tableLines, wrap } from '../text-table.js';
import { codeInWords, NOT_KNOWN } from '../words.js';
import {
  problemLines,
  PROBLEMS_FIELDS,
  RISK_FIELDS,
  riskLines,
  type ProblemsAnswer,
  type RiskAnswer,
} from './problems-and-risk.view.js';
import { YEARS_FIELDS, yearLines, type YearAnswer } from './revenue-years.view.js';
import { boundsInWords, intervalInWords, type BoundedAnswer, SHARE_FIELDS } from './shares.js';

/** What loyalty is worth, as the command prints it. */
export const ECONOMICS_QUERY = `query Economics($filter: AccountFilter, $inputs: EconomicsInputs) {
  loyaltyEconomics(filter: $filter, inputs: $inputs) {
    currency inputs { name value source n low high } retention { ${SHARE_FIELDS} }
    customerValue { multiple { estimate low high } perCustomer { estimate low high } base { estimate low high } }
    retentionEffect { from to presentValue { estimate low high } years { year cashFlow presentValue } }
    problems { ${PROBLEMS_FIELDS} } riskCost { ${RISK_FIELDS} } years { ${YEARS_FIELDS} } missing reading
  }
}`;

/** What that query answers. */
export interface EconomicsAnswer {
  readonly loyaltyEconomics: {
    readonly currency: string;
    readonly inputs: readonly InputAnswer[];
    readonly retention: CountedShare;
    readonly customerValue: { readonly perCustomer: BoundedAnswer; readonly base: BoundedAnswer } | null;
    readonly retentionEffect: {
      readonly from: number;
      readonly to: number;
      readonly presentValue: BoundedAnswer;
    } | null;
    readonly problems: ProblemsAnswer;
    readonly riskCost: RiskAnswer;
    readonly years: readonly YearAnswer[];
    readonly missing: readonly string[];
    readonly reading: readonly string[];
  };
}

interface InputAnswer {
  readonly name: EconomicsInputName;
  readonly value: string | null;
  readonly source: InputSource;
  readonly n: number | null;
  readonly low: string | null;
  readonly high: string | null;
}

const INPUTS = [
  { title: 'Input' },
  { title: 'Number', align: 'right' as const },
  { title: 'From' },
  { title: 'Interval' },
];

/** Worth first, then what it rests on, then what is missing and how to read it. */
export function economicsLines({ loyaltyEconomics: found }: EconomicsAnswer, terminal: Terminal): string[] {
  const { paint, width } = terminal;
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [paint.bold(title), ...lines, ''];
  return [
    ...part('Worth', worthLines(found)),
    ...part('At risk', riskLines(found.riskCost, found.currency)),
    ...part('Problems', problemLines(found.problems, found.currency)),
    ...part(`By year, in ${found.currency}`, yearLines(found.years, terminal)),
    ...part('Worked out with', tableLines(INPUTS, found.inputs.map(inputRow), terminal)),
    ...part(
      'Missing',
      found.missing.flatMap((sentence) => wrap(sentence, width)),
    ),
    ...found.reading.flatMap((sentence) => wrap(sentence, width)),
  ];
}

function worthLines({
  currency,
  retention,
  customerValue,
  retentionEffect,
}: EconomicsAnswer['loyaltyEconomics']): string[] {
  const lines = [`Account-years that stayed: ${intervalInWords(retention)}`];
  if (customerValue) {
    lines.push(`An average customer: ${boundsInWords(customerValue.perCustomer, currency)}`);
    lines.push(`All who are valued: ${boundsInWords(customerValue.base, currency)}`);
  }
  if (retentionEffect) {
    const { from, to, presentValue } = retentionEffect;
    lines.push(`Retention ${points(from)} -> ${points(to)}: ${boundsInWords(presentValue, currency)} today`);
  }
  return lines;
}

function inputRow({ name, value, source, n, low, high }: InputAnswer): string[] {
  const from = n === null ? codeInWords(source) : `${codeInWords(source)}, n = ${n}`;
  const interval = low === null || high === null ? NOT_KNOWN : `${low} to ${high}`;
  return [codeInWords(name), value ?? unsetInWords(name), from, interval];
}

function unsetInWords(name: EconomicsInputName): string {
  return name === EconomicsInputName.HORIZON_YEARS ? 'no end' : NOT_KNOWN;
}

function points(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
