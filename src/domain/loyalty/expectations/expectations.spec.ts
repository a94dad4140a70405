import fc from 'fast-check';
import { daysBefore } from '../../instants.js';
import { OrganisationLevel, OrganisationStructure } from '../../terms.js';
import { CheckInResult } from '../terms.js';
import { levelsNeeded, sharingOf } from './confirmations.js';
import { courseOf } from './course.js';
import {
  checkCheckIn,
  checkConfirmation,
  type ConfirmationFact,
  nextCheckInOn,
  type Wording,
} from './expectation.js';
import {
  courseInWords,
  daysOverdue,
  dueInWords,
  missingInWords,
  sharingInWords,
} from './expectation-sentence.js';

const { OPERATIONS, MANAGEMENT, UNKNOWN } = OrganisationLevel;
const { HIERARCHICAL, FLAT } = OrganisationStructure;
const { MET, PARTLY, NOT_MET } = CheckInResult;

const AGREED = '2026-01-01T09:00:00.000Z';
const wording = (more: Partial<Wording> = {}): Wording => ({
  revision: 1,
  agreedAt: AGREED,
  checkEveryDays: 90,
  retiredAt: null,
  ...more,
});
const confirmed = (
  level: OrganisationLevel,
  at: string,
  more: Partial<ConfirmationFact> = {},
): ConfirmationFact => ({
  revision: 1,
  stakeholderId: level.toLowerCase(),
  level,
  at,
  ...more,
});
const found = (result: CheckInResult, heldAt: string) => ({ result, heldAt });
const MARCH = '2026-03-03T09:00:00.000Z';
const APRIL = '2026-04-04T09:00:00.000Z';

describe('a shared expectation', () => {
  it('needs both levels where few decide or nobody knows who does, and operations where they decide', () => {
    expect(levelsNeeded(HIERARCHICAL)).toEqual([OPERATIONS, MANAGEMENT]);
    expect(levelsNeeded(OrganisationStructure.UNKNOWN)).toEqual([OPERATIONS, MANAGEMENT]);
    expect(levelsNeeded(FLAT)).toEqual([OPERATIONS]);
  });

  it('is shared once every level needed has confirmed it, and says who never did', () => {
    const one = [confirmed(OPERATIONS, MARCH)];
    expect(sharingOf(one, 1, HIERARCHICAL)).toEqual({
      levels: [
        { level: OPERATIONS, isNeeded: true, lastConfirmedAt: MARCH, stakeholderIds: ['operations'] },
        { level: MANAGEMENT, isNeeded: true, lastConfirmedAt: null, stakeholderIds: [] },
      ],
      last: { at: MARCH, level: OPERATIONS },
      isShared: false,
    });
    expect(sharingInWords(sharingOf(one, 1, HIERARCHICAL))).toBe(
      'Confirmed by operations on 3 March 2026. Management has never confirmed it.',
    );
    expect(sharingOf(one, 1, FLAT).isShared).toBe(true);
    expect(missingInWords(sharingOf(one, 1, HIERARCHICAL))).toBe('Management has never confirmed it.');
    expect(missingInWords(sharingOf(one, 1, FLAT))).toBe('Confirmed by all who need to.');
    expect(missingInWords(sharingOf([], 1, FLAT))).toBe('Nobody has confirmed these words yet.');
    expect(sharingInWords(sharingOf(one, 1, FLAT))).toBe('Confirmed by operations on 3 March 2026.');
    const both = sharingOf([...one, confirmed(MANAGEMENT, APRIL)], 1, HIERARCHICAL);
    expect(both).toMatchObject({ isShared: true, last: { at: APRIL, level: MANAGEMENT } });
  });

  it('is shared by nobody at first, nor by somebody whose level is not known', () => {
    expect(sharingInWords(sharingOf([], 1, FLAT))).toBe('Nobody has confirmed these words yet.');
    const stranger = sharingOf([confirmed(UNKNOWN, MARCH)], 1, FLAT);
    expect(stranger.isShared).toBe(false);
    expect(sharingInWords(stranger)).toBe(
      'Confirmed by somebody of unknown level on 3 March 2026. Operations has never confirmed it.',
    );
  });

  it('starts anew with new words', () => {
    const old = [confirmed(OPERATIONS, MARCH), confirmed(MANAGEMENT, MARCH)];
    expect(sharingOf(old, 1, HIERARCHICAL).isShared).toBe(true);
    expect(sharingOf(old, 2, HIERARCHICAL)).toMatchObject({ isShared: false, last: null });
  });

  it('is looked at so many days after the last look, or after its words were agreed', () => {
    expect(nextCheckInOn(wording(), [])).toBe('2026-04-01');
    expect(nextCheckInOn(wording(), [{ heldAt: MARCH }])).toBe('2026-06-01');
    expect(nextCheckInOn(wording({ agreedAt: APRIL, revision: 2 }), [{ heldAt: MARCH }])).toBe('2026-07-03');
    expect(nextCheckInOn(wording({ checkEveryDays: 7 }), [])).toBe('2026-01-08');
    expect(nextCheckInOn(wording({ retiredAt: APRIL }), [])).toBeNull();
  });

  it('is overdue from the day after', () => {
    expect(daysOverdue('2026-04-01', '2026-03-31')).toBe(0);
    expect(daysOverdue('2026-04-01', '2026-04-01')).toBe(0);
    expect(daysOverdue('2026-04-01', '2026-04-02')).toBe(1);
    expect(daysOverdue(null, '2026-04-02')).toBe(0);
    expect(dueInWords('2026-04-01', '2026-04-13')).toBe('Check-in due on 1 April 2026, 12 days ago.');
    expect(dueInWords('2026-04-01', '2026-04-01')).toBe('Check-in due on 1 April 2026.');
    expect(dueInWords(null, '2026-04-01')).toBe('Retired.');
  });

  it('takes no confirmation of words before they were agreed, after they were retired or of a day to come', () => {
    const words = wording({ revision: 2, agreedAt: MARCH, retiredAt: '2026-05-01T09:00:00.000Z' });
    const now = '2026-06-01T09:00:00.000Z';
    expect(checkConfirmation(words, APRIL, now)).toBeNull();
    expect(checkConfirmation(words, '2026-03-03T08:59:59.999Z', now)).toBe('BEFORE_AGREEMENT');
    expect(checkConfirmation(words, '2026-05-01T09:00:00.000Z', now)).toBe('RETIRED');
    expect(checkConfirmation(words, '2026-06-01T09:00:00.001Z', now)).toBe('IN_FUTURE');
  });

  it('takes a check-in of earlier words, but none before the first', () => {
    const words = wording({ revision: 2, agreedAt: APRIL });
    expect(checkCheckIn(words, AGREED, MARCH, APRIL)).toBeNull();
    expect(checkCheckIn(words, AGREED, '2025-12-31T00:00:00.000Z', APRIL)).toBe('BEFORE_AGREEMENT');
  });

  it('tells how it went, with the share that was met and its interval', () => {
    const course = courseOf([
      found(MET, AGREED),
      found(NOT_MET, APRIL),
      found(MET, MARCH),
      found(NOT_MET, '2026-05-05T09:00:00.000Z'),
    ]);
    expect(course).toMatchObject({ met: 2, partly: 0, notMet: 2, shareMet: 0.5, latest: NOT_MET, inARow: 2 });
    // Wilson, 2 of 4 at 95 %: .1500 to .8500.
    expect(course.interval?.low).toBeCloseTo(0.15, 3);
    expect(course.interval?.high).toBeCloseTo(0.85, 3);
    expect(courseInWords(course)).toBe('Met in 2 of 4 check-ins, not in 2; the last one: not met.');
    expect(courseInWords(courseOf([found(PARTLY, MARCH)]))).toBe(
      'Met in 0 of 1 check-in, partly in 1; the last one: partly.',
    );
    expect(courseOf([])).toMatchObject({ shareMet: null, interval: null, latest: null, inARow: 0 });
    expect(courseInWords(courseOf([]))).toBe('Never looked at yet.');
  });
});

describe('laws of shared expectations', () => {
  const AT = fc.integer({ min: 0, max: 700 }).map((days) => daysBefore('2027-12-31T00:00:00.000Z', days));
  const CONFIRMATIONS = fc.array(
    fc.record({
      revision: fc.integer({ min: 1, max: 3 }),
      stakeholderId: fc.constantFrom('a', 'b', 'c', 'd'),
      level: fc.constantFrom(OPERATIONS, MANAGEMENT, UNKNOWN),
      at: AT,
    }),
  );
  const STRUCTURE = fc.constantFrom(HIERARCHICAL, FLAT, OrganisationStructure.UNKNOWN);

  it('one more confirmation never makes an expectation less shared, and their order is no matter', () => {
    fc.assert(
      fc.property(CONFIRMATIONS, CONFIRMATIONS, STRUCTURE, (some, more, structure) => {
        const before = sharingOf(some, 1, structure);
        const after = sharingOf([...some, ...more], 1, structure);
        expect(after.isShared || !before.isShared).toBe(true);
        expect(sharingOf([...some, ...more].reverse(), 1, structure)).toEqual(after);
      }),
    );
  });

  it('what is shared where few decide is shared in a flat account too', () => {
    fc.assert(
      fc.property(CONFIRMATIONS, (some) => {
        expect(sharingOf(some, 1, FLAT).isShared || !sharingOf(some, 1, HIERARCHICAL).isShared).toBe(true);
      }),
    );
  });

  it('one more check-in never brings the next one nearer', () => {
    fc.assert(
      fc.property(fc.array(AT), AT, fc.integer({ min: 1, max: 365 }), (some, one, checkEveryDays) => {
        const before = nextCheckInOn(
          wording({ checkEveryDays }),
          some.map((heldAt) => ({ heldAt })),
        );
        const after = nextCheckInOn(
          wording({ checkEveryDays }),
          [...some, one].map((heldAt) => ({ heldAt })),
        );
        expect((after ?? '') >= (before ?? '')).toBe(true);
      }),
    );
  });

  it('the counts of a course add up to its check-ins, and the share lies within its interval', () => {
    const CHECK_INS = fc.array(fc.record({ result: fc.constantFrom(MET, PARTLY, NOT_MET), heldAt: AT }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(CHECK_INS, (checkIns) => {
        const { met, partly, notMet, shareMet, interval, inARow } = courseOf(checkIns);
        expect(met + partly + notMet).toBe(checkIns.length);
        expect(inARow).toBeGreaterThanOrEqual(1);
        expect(inARow).toBeLessThanOrEqual(checkIns.length);
        expect(
          (interval?.low ?? 2) - 1e-12 <= (shareMet ?? -1) &&
            (shareMet ?? 2) <= (interval?.high ?? -1) + 1e-12,
        ).toBe(true);
      }),
    );
  });
});
