import type { CalendarDate, Instant } from '../facts.js';
import { orElse } from './record.js';
import { Basis, OrganisationLevel, StatedBy, type StakeholderRole } from '../terms.js';

/** A level with who says so and since when. */
export interface LevelRecord {
  readonly level: OrganisationLevel;
  readonly levelBasis: Basis | null;
  readonly levelStatedBy: StatedBy | null;
  /** Null: since ever, because it is the first thing we knew of it. */
  readonly levelFrom: Instant | null;
}

/** What is kept of a seat, apart from its ids, its person and its version. */
export interface StakeholderRecord extends LevelRecord {
  readonly title: string | null;
  readonly roles: readonly StakeholderRole[];
  readonly reportsToId: string | null;
  readonly startedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
  readonly successorId: string | null;
}

/** What somebody says about a seat; undefined leaves it as it is, null clears it. */
export interface StakeholderStatement {
  readonly title?: string | null;
  readonly level?: OrganisationLevel | null;
  readonly levelSince?: CalendarDate | null;
  readonly roles?: readonly StakeholderRole[] | null;
  readonly reportsToId?: string | null;
  readonly startedOn?: CalendarDate | null;
  readonly endedOn?: CalendarDate | null;
  readonly successorId?: string | null;
}

const NEW_SEAT: StakeholderRecord = {
  level: OrganisationLevel.UNKNOWN,
  levelBasis: null,
  levelStatedBy: null,
  levelFrom: null,
  title: null,
  roles: [],
  reportsToId: null,
  startedOn: null,
  endedOn: null,
  successorId: null,
};

/** The seat after a statement about it. `inferred` is what title and reporting line suggest after it. */
export function stakeholderAfter(
  before: StakeholderRecord | null,
  said: StakeholderStatement,
  { statedBy, inferred, now }: { statedBy: StatedBy; inferred: OrganisationLevel; now: Instant },
): StakeholderRecord {
  const base = before ?? NEW_SEAT;
  const title = orElse(said.title, base.title);
  const level = isStatement(base, said, statedBy)
    ? levelStated(base, said.level, said.levelSince, statedBy, now)
    : levelInferred(base, inferred, {
        asOf: before && title !== base.title ? now : null,
        takenBack: isTakenBack(base, said, statedBy),
      });
  return {
    ...level,
    title,
    roles: said.roles === undefined ? base.roles : [...new Set(said.roles ?? [])].sort(),
    reportsToId: orElse(said.reportsToId, base.reportsToId),
    startedOn: orElse(said.startedOn, base.startedOn),
    endedOn: orElse(said.endedOn, base.endedOn),
    successorId: orElse(said.successorId, base.successorId),
  };
}

/** The level that title and reporting line suggest, unless one was stated. `asOf`: from when a new title counts. */
export function levelInferred(
  before: LevelRecord,
  inferred: OrganisationLevel,
  { asOf, takenBack = false }: { asOf: Instant | null; takenBack?: boolean },
): LevelRecord {
  const { level, levelBasis, levelStatedBy, levelFrom } = before;
  if (levelBasis === Basis.STATED && !takenBack) return { level, levelBasis, levelStatedBy, levelFrom };
  const basis = inferred === OrganisationLevel.UNKNOWN ? null : Basis.INFERRED;
  // A first guess was no level held: what we learn later counts for the same time.
  const isNewLevel = inferred !== level && level !== OrganisationLevel.UNKNOWN && asOf !== null;
  return {
    level: inferred,
    levelBasis: basis,
    levelStatedBy: null,
    levelFrom: isNewLevel ? asOf : levelFrom,
  };
}

type Named = Exclude<OrganisationLevel, OrganisationLevel.UNKNOWN>;

function isStatement(
  before: LevelRecord,
  said: StakeholderStatement,
  statedBy: StatedBy,
): said is StakeholderStatement & { level: Named } {
  const named = said.level !== undefined && said.level !== null && said.level !== OrganisationLevel.UNKNOWN;
  return named && !isOutranked(before, statedBy);
}

function isTakenBack(before: LevelRecord, said: StakeholderStatement, statedBy: StatedBy): boolean {
  return (said.level === null || said.level === OrganisationLevel.UNKNOWN) && !isOutranked(before, statedBy);
}

/** A field never overwrites what a person stated. */
function isOutranked(before: LevelRecord, statedBy: StatedBy): boolean {
  return statedBy === StatedBy.FIELD && before.levelStatedBy === StatedBy.PERSON;
}

function levelStated(
  before: LevelRecord,
  level: Named,
  since: CalendarDate | null | undefined,
  statedBy: StatedBy,
  now: Instant,
): LevelRecord {
  const isChange = before.levelBasis === Basis.STATED && before.level !== level;
  const from = since ? `${since}T00:00:00.000Z` : isChange ? now : before.levelFrom;
  return { level, levelBasis: Basis.STATED, levelStatedBy: statedBy, levelFrom: from };
}
