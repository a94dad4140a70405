import type { Instant } from '../facts.js';
import { dateOf, daysBetween } from '../instants.js';
import { FlagStatus, type RiskReasonCode } from '../judgement-terms.js';
import { type Flag, type FlagChange, type FlagEvent, type FlagMethod, FlagStep } from './flag.js';

/**
 * What an assessment makes of a flag: it opens one whose condition holds, wakes one whose snooze is over, and closes one
 * whose condition has been gone for `goneDays`. Null when there is no flag and no reason for one. An assessment of an
 * earlier date than the flag's last event says nothing about it.
 */
export function flagAfter(
  flag: Flag | null,
  holds: boolean,
  at: Instant,
  method: FlagMethod,
): FlagChange | null {
  if (flag === null) return holds ? opened(at) : null;
  if (at < flag.lastEventAt) return { flag, events: [] };
  const { flag: awake, events } = woken(flag, at);
  const { flag: after, events: more } = holds
    ? whileHolding(awake, at, method)
    : whileGone(awake, at, method);
  return { flag: after, events: [...events, ...more] };
}

/** The same for all flags of an account: the codes whose flag is new or has changed. */
export function flagsAfter(
  flags: ReadonlyMap<RiskReasonCode, Flag>,
  holding: ReadonlySet<RiskReasonCode>,
  at: Instant,
  method: FlagMethod,
): Map<RiskReasonCode, FlagChange> {
  const changes = new Map<RiskReasonCode, FlagChange>();
  for (const code of new Set([...flags.keys(), ...holding])) {
    const before = flags.get(code) ?? null;
    const change = flagAfter(before, holding.has(code), at, method);
    const isNews =
      change !== null && (change.events.length > 0 || change.flag.goneSince !== before?.goneSince);
    if (isNews) changes.set(code, change);
  }
  return changes;
}

function opened(at: Instant): FlagChange {
  const flag = {
    status: FlagStatus.OPEN,
    openedAt: at,
    closedAt: null,
    closedByPerson: false,
    snoozedUntil: null,
  };
  return { flag: { ...flag, goneSince: null, lastEventAt: at }, events: [byMethod(FlagStep.OPENED, at)] };
}

function woken(flag: Flag, at: Instant): FlagChange {
  const sleeps = flag.snoozedUntil === null || flag.snoozedUntil > dateOf(at);
  if (flag.status !== FlagStatus.SNOOZED || sleeps) return { flag, events: [] };
  return {
    flag: { ...flag, status: FlagStatus.OPEN, snoozedUntil: null, lastEventAt: at },
    events: [byMethod(FlagStep.WOKE, at)],
  };
}

function whileHolding(flag: Flag, at: Instant, method: FlagMethod): FlagChange {
  if (!comesBack(flag, at, method)) return { flag: { ...flag, goneSince: null }, events: [] };
  const { flag: fresh } = opened(at);
  return { flag: fresh, events: [byMethod(FlagStep.REOPENED, at)] };
}

/**
 * Whether a closed flag whose condition holds is opened again. What the method closed is, at once. What a person closed
 * is not, because that person has seen it: only when the condition had really gone in between, or after `closedDays`,
 * because a judgement is not for ever.
 */
function comesBack(flag: Flag, at: Instant, { goneDays, closedDays }: FlagMethod): boolean {
  if (flag.status !== FlagStatus.CLOSED || flag.closedAt === null) return false;
  const wasGone = flag.goneSince !== null && daysBetween(flag.goneSince, at) >= goneDays;
  return !flag.closedByPerson || wasGone || daysBetween(flag.closedAt, at) >= closedDays;
}

function whileGone(before: Flag, at: Instant, { goneDays }: FlagMethod): FlagChange {
  const goneSince = before.goneSince ?? at;
  const flag = { ...before, goneSince };
  if (flag.status === FlagStatus.CLOSED || daysBetween(goneSince, at) < goneDays) return { flag, events: [] };
  return {
    flag: { ...flag, status: FlagStatus.CLOSED, closedAt: at, snoozedUntil: null, lastEventAt: at },
    events: [byMethod(FlagStep.CLOSED, at)],
  };
}

function byMethod(step: FlagStep, at: Instant): FlagEvent {
  const status = step === FlagStep.CLOSED ? FlagStatus.CLOSED : FlagStatus.OPEN;
  return { step, status, at, byId: null, reason: null, snoozedUntil: null };
}
