import { assess, type AssessmentSettings } from '../../assessment.js';
import type { CalendarDate, Instant } from '../../facts.js';
import { dateOf } from '../../instants.js';
import { type RiskReasonCode, Standing } from '../../judgement-terms.js';
import { type AccountHistory, factsAsOf, firstHappenedAt } from './facts-as-of.js';
import type { AccountTrack, FlagSpell, Spell } from './track.js';

/** The last instants of the months of a period, oldest first; of its last month only if that ends within it. */
export function monthEnds(from: CalendarDate, to: CalendarDate): Instant[] {
  const ends: Instant[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (;;) {
    const end = new Date(Date.UTC(year, month, 1) - 1).toISOString();
    if (dateOf(end) > to) return ends;
    if (dateOf(end) >= from) ends.push(end);
    year += month === 12 ? 1 : 0;
    month = (month % 12) + 1;
  }
}

/** What a judgement at one instant says, as far as a backtest asks. */
interface SaidAt {
  readonly at: Instant;
  readonly codes: ReadonlySet<RiskReasonCode>;
  readonly isAtRisk: boolean;
}

/**
 * What would have been said of an account at the given instants (ascending). A flag counts as open from the first of
 * them at which its reason held to the first at which it no longer did; a reason that came and went in between is missed.
 * Before anything with a date had happened, nothing is judged.
 */
export function replayedTrack(
  history: AccountHistory,
  instants: readonly Instant[],
  settings: AssessmentSettings,
): Pick<AccountTrack, 'judgedFrom' | 'flags' | 'atRisk'> {
  const first = firstHappenedAt(history);
  const judged = instants.filter((at) => first !== null && first <= at);
  const said = judged.map((at): SaidAt => {
    const facts = factsAsOf(history, at, settings.method.structure);
    const { reasons, standing } = assess(facts, at, settings);
    return { at, codes: new Set(reasons.map(({ code }) => code)), isAtRisk: standing === Standing.AT_RISK };
  });
  const codes = new Set(said.flatMap((each) => [...each.codes]));
  return {
    judgedFrom: judged[0] ?? null,
    flags: [...codes].flatMap((code) =>
      spells(said, (each) => each.codes.has(code)).map((spell): FlagSpell => ({ ...spell, code })),
    ),
    atRisk: spells(said, ({ isAtRisk }) => isAtRisk),
  };
}

function spells(said: readonly SaidAt[], holds: (each: SaidAt) => boolean): Spell[] {
  const found: { from: Instant; to: Instant | null }[] = [];
  for (const each of said) {
    const open = found.at(-1);
    const isOpen = open !== undefined && open.to === null;
    if (holds(each) && !isOpen) found.push({ from: each.at, to: null });
    if (!holds(each) && isOpen) open.to = each.at;
  }
  return found;
}
