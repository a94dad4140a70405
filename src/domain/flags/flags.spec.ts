import fc from 'fast-check';
import { daysAgo } from '../fixtures/account-facts.js';
import { daysBetween } from '../instants.js';
import { FlagStatus, RiskReasonCode } from '../judgement-terms.js';
import { METHOD_DEFAULTS } from '../method.js';
import { acknowledgeFlag, closeFlag, type FlagOutcome, reopenFlag, snoozeFlag } from './flag-actions.js';
import { flagAfter, flagsAfter } from './flag-after.js';
import { type Flag, type FlagEvent, FlagStep } from './flag.js';

const method = METHOD_DEFAULTS.flags;
const { OPEN, ACKNOWLEDGED, SNOOZED, CLOSED } = FlagStatus;

/** A flag with everything that ever happened to it. */
interface Story {
  readonly flag: Flag | null;
  readonly history: readonly FlagEvent[];
}

const NO_FLAG: Story = { flag: null, history: [] };

function judged({ flag, history }: Story, holds: boolean, days: number): Story {
  const change = flagAfter(flag, holds, daysAgo(days), method);
  return { flag: change?.flag ?? null, history: [...history, ...(change?.events ?? [])] };
}

/** Judged on each of these days, the condition always holding or always gone. */
function judgedOn(story: Story, holds: boolean, ...days: number[]): Story {
  return days.reduce((before, ago) => judged(before, holds, ago), story);
}

function done({ history }: Story, outcome: FlagOutcome): Story {
  if (!outcome.ok) throw new Error(outcome.reason);
  return { flag: outcome.flag, history: [...history, ...outcome.events] };
}

function flagOf({ flag }: Story): Flag {
  if (flag === null) throw new Error('there is no flag');
  return flag;
}

const by = (days: number) => ({ byId: 'kim', at: daysAgo(days) });
const opened = judged(NO_FLAG, true, 100);
const closedByKim = done(opened, closeFlag(flagOf(opened), ' agreed with Eva ', by(90)));

describe('a flag', () => {
  it('is opened by a finding, once, and by nothing else', () => {
    expect(judged(NO_FLAG, false, 100)).toEqual(NO_FLAG);
    expect(opened).toMatchObject({
      flag: { status: OPEN, openedAt: daysAgo(100) },
      history: [{ step: FlagStep.OPENED }],
    });
    expect(judgedOn(opened, true, 99, 98, 97).history).toHaveLength(1);
  });

  it('closes when its condition has been gone for seven days, not before', () => {
    const going = judgedOn(opened, false, 90, 88, 83.001);
    expect(flagOf(going)).toMatchObject({ status: OPEN, goneSince: daysAgo(90) });
    expect(judged(going, false, 83)).toMatchObject({
      flag: { status: CLOSED, closedAt: daysAgo(83), closedByPerson: false },
      history: [{ step: FlagStep.OPENED }, { step: FlagStep.CLOSED, byId: null, reason: null }],
    });
  });

  it('starts counting anew when the condition comes back in between', () => {
    const flickering = judgedOn(judged(judged(opened, false, 90), true, 85), false, 84, 80);
    expect(flagOf(flickering)).toMatchObject({ status: OPEN, goneSince: daysAgo(84) });
  });

  it('is the same flag opened again when a finding returns after the method closed it', () => {
    const closed = judgedOn(opened, false, 90, 80);
    expect(judged(closed, true, 79)).toMatchObject({
      flag: { status: OPEN, openedAt: daysAgo(79), closedAt: null, goneSince: null },
      history: [{ step: FlagStep.OPENED }, { step: FlagStep.CLOSED }, { step: FlagStep.REOPENED }],
    });
  });

  it('stays closed by a person while the same finding goes on, even if it flickers', () => {
    expect(closedByKim).toMatchObject({
      flag: { status: CLOSED, closedByPerson: true },
      history: [{ step: FlagStep.OPENED }, { step: FlagStep.CLOSED, byId: 'kim', reason: 'agreed with Eva' }],
    });
    expect(flagOf(judgedOn(closedByKim, true, 89, 50, 1)).status).toBe(CLOSED);
    expect(flagOf(judged(judged(closedByKim, false, 80), true, 75)).status).toBe(CLOSED);
  });

  it('returns after a person closed it once the finding was really gone, or after ninety days', () => {
    expect(flagOf(judged(judgedOn(closedByKim, false, 80, 75), true, 73)).status).toBe(OPEN);
    expect(flagOf(judgedOn(closedByKim, true, 50, 0.001)).status).toBe(CLOSED);
    expect(flagOf(judgedOn(closedByKim, true, 50, 0)).status).toBe(OPEN);
  });

  it('sleeps while it is snoozed and wakes on the day', () => {
    const day = daysAgo(60).slice(0, 10);
    const asleep = done(opened, snoozeFlag(flagOf(opened), day, by(90)));
    expect(flagOf(judged(asleep, true, 61))).toMatchObject({ status: SNOOZED, snoozedUntil: day });
    expect(judged(asleep, true, 60)).toMatchObject({
      flag: { status: OPEN, snoozedUntil: null },
      history: [
        { step: FlagStep.OPENED },
        { step: FlagStep.SNOOZED, snoozedUntil: day },
        { step: FlagStep.WOKE },
      ],
    });
    expect(flagOf(judgedOn(asleep, false, 80, 70)).status).toBe(CLOSED);
  });

  it('is acknowledged once, also out of a snooze', () => {
    const noted = done(opened, acknowledgeFlag(flagOf(opened), by(90)));
    expect(flagOf(noted).status).toBe(ACKNOWLEDGED);
    expect(done(noted, acknowledgeFlag(flagOf(noted), by(80))).history).toHaveLength(2);
    const asleep = done(noted, snoozeFlag(flagOf(noted), daysAgo(0).slice(0, 10), by(80)));
    expect(flagOf(done(asleep, acknowledgeFlag(flagOf(asleep), by(70))))).toMatchObject({
      status: ACKNOWLEDGED,
      snoozedUntil: null,
    });
  });

  it('is reopened by a person, and by the method closed again if there is nothing to it', () => {
    const again = done(closedByKim, reopenFlag(flagOf(closedByKim), null, by(80)));
    expect(flagOf(again)).toMatchObject({ status: OPEN, openedAt: daysAgo(80), closedByPerson: false });
    expect(flagOf(judgedOn(again, false, 79, 72)).status).toBe(CLOSED);
  });

  it('refuses what makes no sense', () => {
    const today = daysAgo(90).slice(0, 10);
    expect(snoozeFlag(flagOf(opened), today, by(90))).toEqual({ ok: false, reason: 'SNOOZE_NOT_AHEAD' });
    expect(closeFlag(flagOf(opened), '  ', by(90))).toEqual({ ok: false, reason: 'REASON_MISSING' });
    expect(reopenFlag(flagOf(opened), null, by(90))).toEqual({ ok: false, reason: 'NOT_CLOSED' });
    for (const outcome of [
      acknowledgeFlag(flagOf(closedByKim), by(80)),
      snoozeFlag(flagOf(closedByKim), daysAgo(0).slice(0, 10), by(80)),
      closeFlag(flagOf(closedByKim), 'again', by(80)),
    ]) {
      expect(outcome).toEqual({ ok: false, reason: 'CLOSED' });
    }
  });
});

type Act = { readonly days: number } & (
  | { readonly kind: 'judged'; readonly holds: boolean }
  | { readonly kind: 'acknowledged' | 'closed' | 'reopened' }
  | { readonly kind: 'snoozed'; readonly forDays: number }
);

const days = fc.integer({ min: 0, max: 200 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('judged' as const), holds: fc.boolean(), days }) },
  fc.record({ kind: fc.constantFrom('acknowledged' as const, 'closed' as const, 'reopened' as const), days }),
  fc.record({ kind: fc.constant('snoozed' as const), forDays: fc.integer({ min: -5, max: 60 }), days }),
);

function after(story: Story, each: Act): Story {
  if (each.kind === 'judged') return judged(story, each.holds, each.days);
  if (story.flag === null) return story;
  const outcome = actOn(story.flag, each);
  return outcome.ok ? done(story, outcome) : story;
}

function actOn(flag: Flag, each: Exclude<Act, { kind: 'judged' }>): FlagOutcome {
  switch (each.kind) {
    case 'acknowledged':
      return acknowledgeFlag(flag, by(each.days));
    case 'closed':
      return closeFlag(flag, 'because', by(each.days));
    case 'reopened':
      return reopenFlag(flag, null, by(each.days));
    case 'snoozed':
      return snoozeFlag(flag, daysAgo(each.days - each.forDays).slice(0, 10), by(each.days));
  }
}

describe('the laws of flags', () => {
  it('only add to the history, in the order of time, and the flag stands where its last event left it', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let story = NO_FLAG;
        for (const each of acts) {
          const next = after(story, each);
          expect(next.history.slice(0, story.history.length)).toEqual(story.history);
          story = next;
        }
        const times = story.history.map(({ at }) => at);
        expect(times).toEqual([...times].sort());
        expect(story.flag?.status).toBe(story.history.at(-1)?.status);
        expect(story.flag?.lastEventAt).toBe(times.at(-1));
        expect((story.flag?.closedAt ?? null) !== null).toBe(story.flag?.status === CLOSED);
        expect((story.flag?.snoozedUntil ?? null) !== null).toBe(story.flag?.status === SNOOZED);
      }),
    );
  });

  it('alternate openings and closings: a flag is never opened twice without having been closed', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const { history } = acts.reduce(after, NO_FLAG);
        const turns = history.filter(({ step }) =>
          [FlagStep.OPENED, FlagStep.REOPENED, FlagStep.CLOSED].includes(step),
        );
        expect(turns.map(({ step }) => step === FlagStep.CLOSED)).toEqual(
          turns.map((_, index) => index % 2 === 1),
        );
        expect(history.filter(({ step }) => step === FlagStep.OPENED).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never close by themselves within seven days of the condition holding', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ holds: fc.boolean(), days }), { maxLength: 40 }), (drawn) => {
        const inOrder = [...drawn].sort((a, b) => b.days - a.days);
        let story = NO_FLAG;
        let heldLast: number | null = null;
        for (const each of inOrder) {
          const next = judged(story, each.holds, each.days);
          if (each.holds) heldLast = each.days;
          const closed = next.history.length > story.history.length && next.flag?.status === CLOSED;
          if (closed)
            expect(daysBetween(daysAgo(heldLast ?? 0), daysAgo(each.days))).toBeGreaterThanOrEqual(7);
          story = next;
        }
      }),
    );
  });

  it('change nothing when the same assessment is made twice', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), fc.boolean(), days, (acts, holds, ago) => {
        const once = judged(acts.reduce(after, NO_FLAG), holds, ago);
        expect(judged(once, holds, ago)).toEqual(once);
      }),
    );
  });

  it('keep one flag per code and report only the codes that changed', () => {
    const { PROBLEM_OPEN, DECLINING } = RiskReasonCode;
    const first = flagsAfter(new Map(), new Set([PROBLEM_OPEN, DECLINING]), daysAgo(9), method);
    const flags = new Map([...first].map(([code, { flag }]) => [code, flag]));
    expect([...flags.keys()]).toEqual([PROBLEM_OPEN, DECLINING]);
    expect(flagsAfter(flags, new Set([PROBLEM_OPEN, DECLINING]), daysAgo(8), method).size).toBe(0);
    const second = flagsAfter(flags, new Set([DECLINING]), daysAgo(8), method);
    expect([...second].map(([code, { flag }]) => [code, flag.goneSince])).toEqual([
      [PROBLEM_OPEN, daysAgo(8)],
    ]);
  });
});
