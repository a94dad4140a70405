import { Measure } from '../../terms.js';
import { NAMED_LEVELS, type NamedLevel } from '../../standing/levels-standing.js';
import type { OutcomeEvidence } from './outcome-evidence.js';
import { inAgreement, Said, SAID_ABOUT, type SaidAbout } from './said.js';
import { type CountedShare, stayedShare } from '../counted-share.js';

/** What somebody said of staying, and what the account did: who is who. */
export enum LoyaltyGroup {
  /** Said they would, and stayed. */
  LOYAL = 'LOYAL',
  /** Said they would, and left. */
  SURPRISE_DEFECTOR = 'SURPRISE_DEFECTOR',
  /** Said they would not, and stayed. */
  TRAPPED = 'TRAPPED',
  /** Said they would not, and left. */
  DECLARED_DEFECTOR = 'DECLARED_DEFECTOR',
}

/** One cell of the table. */
export interface SaidAndDone {
  readonly group: LoyaltyGroup;
  readonly said: Said;
  readonly stayed: boolean;
  readonly outcomes: number;
  /** The accounts behind the count, each once, in the order of their ids. */
  readonly accountIds: readonly string[];
}

/** What became of those who took no side. */
export interface SaidNothing {
  readonly said: Said;
  readonly stayed: number;
  readonly left: number;
}

/** A table of what was said against what was done. */
export interface SaidAgainstDone {
  readonly about: SaidAbout;
  /** Whose word it is; null for both levels, where both said the same. */
  readonly level: NamedLevel | null;
  /** The four groups, none left out. */
  readonly cells: readonly SaidAndDone[];
  /** Divided, neither, declined and unheard, none left out. */
  readonly apart: readonly SaidNothing[];
  /** Of those who said they would, the share that stayed. */
  readonly ofWould: CountedShare;
  /** Of those who said they would not, the share that stayed all the same. */
  readonly ofWouldNot: CountedShare;
}

const { WOULD, WOULD_NOT } = Said;
const GROUPS = [
  { group: LoyaltyGroup.LOYAL, said: WOULD, stayed: true },
  { group: LoyaltyGroup.SURPRISE_DEFECTOR, said: WOULD, stayed: false },
  { group: LoyaltyGroup.TRAPPED, said: WOULD_NOT, stayed: true },
  { group: LoyaltyGroup.DECLARED_DEFECTOR, said: WOULD_NOT, stayed: false },
] as const;
const NO_SIDE = Object.values(Said).filter((said) => said !== WOULD && said !== WOULD_NOT);

/** Six tables: intention and advocacy, each by operations, by management and by both. */
export function saidAgainstDone(outcomes: readonly OutcomeEvidence[]): SaidAgainstDone[] {
  return SAID_ABOUT.flatMap((about) =>
    [...NAMED_LEVELS, null].map((level) => tableOf(about, level, outcomes)),
  );
}

function tableOf(
  about: SaidAbout,
  level: NamedLevel | null,
  outcomes: readonly OutcomeEvidence[],
): SaidAgainstDone {
  const saying = (said: Said) => outcomes.filter((outcome) => saidBy(level, about, outcome) === said);
  return {
    about,
    level,
    cells: GROUPS.map(({ group, said, stayed }) => {
      const cases = saying(said).filter((outcome) => outcome.stayed === stayed);
      const accountIds = [...new Set(cases.map(({ accountId }) => accountId))].sort();
      return { group, said, stayed, outcomes: cases.length, accountIds };
    }),
    apart: NO_SIDE.map((said) => {
      const cases = saying(said);
      const stayed = cases.filter((outcome) => outcome.stayed).length;
      return { said, stayed, left: cases.length - stayed };
    }),
    ofWould: stayedShare(saying(WOULD)),
    ofWouldNot: stayedShare(saying(WOULD_NOT)),
  };
}

function saidBy(level: NamedLevel | null, about: SaidAbout, { said }: OutcomeEvidence): Said {
  const { OPERATIONS, MANAGEMENT } = said[about];
  return level === null ? inAgreement(OPERATIONS, MANAGEMENT) : said[about][level];
}

/** The table of one kind and level. */
export function tableFor(
  tables: readonly SaidAgainstDone[],
  about: SaidAbout = Measure.INTENTION,
  level: NamedLevel | null = null,
): SaidAgainstDone | undefined {
  return tables.find((table) => table.about === about && table.level === level);
}
