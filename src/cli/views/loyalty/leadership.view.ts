import type { CountedShare } from '../../../domain/loyalty/counted-share.js';
import type { OrganisationLevel, OrganisationStructure } from '../../../domain/terms.js';
import type { Terminal } from '../../terminal.js';
import { BASE_FIELDS, boundsInWords as baseInWords, type BaseRow } from '../base.view.js';
import { wrap } from '../text-table.js';
import { codeInWords } from '../words.js';
import { RISK_FIELDS, riskLines, type RiskAnswer } from './problems-and-risk.view.js';
import { intervalInWords, percent, SHARE_FIELDS } from './shares.js';

/** What a leadership asks, in one query. */
export const LEADERSHIP_QUERY = `query Leadership($from: Date!, $to: Date!) {
  baseAtRisk { ${BASE_FIELDS} }
  loyaltyEconomics { currency retention { ${SHARE_FIELDS} } riskCost { ${RISK_FIELDS} } missing }
  flagBacktest(from: $from, to: $to) {
    from to flagged { losses { ${SHARE_FIELDS} } } atRisk { losses { ${SHARE_FIELDS} } } flagsFollowed { accounts { lost { ${SHARE_FIELDS} } notYetKnown } }
    base { lost { ${SHARE_FIELDS} } } reading
  }
  loyaltyEvidence {
    outcomes foresight { structure levels { level stayed left area low high } reading } reading
  }
}`;

/** What that query answers. */
export interface LeadershipAnswer {
  readonly baseAtRisk: readonly BaseRow[];
  readonly loyaltyEconomics: {
    readonly currency: string;
    readonly retention: CountedShare;
    readonly riskCost: RiskAnswer;
    readonly missing: readonly string[];
  };
  readonly flagBacktest: {
    readonly from: string;
    readonly to: string;
    readonly flagged: { readonly losses: CountedShare };
    readonly atRisk: { readonly losses: CountedShare };
    readonly flagsFollowed: {
      readonly accounts: { readonly lost: CountedShare; readonly notYetKnown: number };
    };
    readonly base: { readonly lost: CountedShare };
    readonly reading: string;
  };
  readonly loyaltyEvidence: {
    readonly foresight: readonly ForesightAnswer[];
    readonly reading: readonly string[];
  };
}

interface ForesightAnswer {
  readonly structure: OrganisationStructure;
  readonly levels: readonly {
    readonly level: OrganisationLevel;
    readonly stayed: number;
    readonly left: number;
    readonly area: number | null;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  readonly reading: string;
}

/** The four questions, each with its counts and intervals. */
export function leadershipLines(answer: LeadershipAnswer, terminal: Terminal): string[] {
  const { baseAtRisk, loyaltyEconomics, flagBacktest, loyaltyEvidence } = answer;
  const { paint, width } = terminal;
  const part = (title: string, lines: readonly string[]): string[] => [
    paint.bold(title),
    ...lines.flatMap((line) => wrap(line, width)),
    '',
  ];
  return [
    ...part('What share of the base is at risk?', baseAtRisk.flatMap(baseLines)),
    ...part('What would it cost?', costLines(loyaltyEconomics)),
    ...part(
      `Did our flags see losses coming? (${flagBacktest.from} to ${flagBacktest.to})`,
      flagLines(flagBacktest),
    ),
    ...part('Which level told us the truth?', loyaltyEvidence.foresight.flatMap(foresightLines)),
    ...loyaltyEvidence.reading.flatMap((sentence) => wrap(sentence, width)),
  ];
}

function baseLines(row: BaseRow): string[] {
  const [least, most] = [percent(row.valueAtLeast), percent(row.valueAtMost)];
  const hasValue = row.standings.some(({ value }) => value !== null);
  return [baseInWords(row), ...(hasValue ? [`By annual value: at least ${least}, at most ${most}.`] : [])];
}

function costLines({
  currency,
  retention,
  riskCost,
  missing,
}: LeadershipAnswer['loyaltyEconomics']): string[] {
  const [, ...cost] = riskLines(riskCost, currency);
  const isKnown = riskCost.base.cost !== null;
  return [
    ...cost,
    `Account-years that stayed: ${intervalInWords(retention)}`,
    ...(isKnown ? [] : missing.slice(0, 1)),
  ];
}

function flagLines(backtest: LeadershipAnswer['flagBacktest']): string[] {
  const { flagged, atRisk, flagsFollowed, base, reading } = backtest;
  const { lost, notYetKnown } = flagsFollowed.accounts;
  const open = notYetKnown === 0 ? '' : `; of ${notYetKnown} more the year is not over`;
  return [
    `Losses with a flag in the year before: ${intervalInWords(flagged.losses)}`,
    `Losses that stood at risk in the year before: ${intervalInWords(atRisk.losses)}`,
    `Flagged accounts lost within a year: ${intervalInWords(lost)}${open}`,
    `Any account lost within a year: ${intervalInWords(base.lost)}`,
    reading,
  ];
}

function foresightLines({ structure, levels, reading }: ForesightAnswer): string[] {
  const areas = levels.map(({ level, stayed, left, area, low, high }) => {
    const counts = `${stayed} stayed, ${left} left`;
    const isTooFew = area === null || low === null || high === null;
    return `${codeInWords(level)} ${isTooFew ? 'too few' : `${area.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`}, ${counts}`;
  });
  return [`${codeInWords(structure)}: ${areas.join('; ')}.`, reading];
}
