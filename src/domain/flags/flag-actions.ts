import type { CalendarDate, Instant } from '../facts.js';
import { dateOf } from '../instants.js';
import { FlagStatus } from '../judgement-terms.js';
import { type Flag, type FlagChange, type FlagEvent, FlagStep } from './flag.js';

/** Who does something to a flag, and when. */
export interface FlagActor {
  /** Null when it is not a user. */
  readonly byId: string | null;
  readonly at: Instant;
}

/** Why an action is refused. */
export type FlagRefusal = 'CLOSED' | 'NOT_CLOSED' | 'SNOOZE_NOT_AHEAD' | 'REASON_MISSING';

/** The flag after an action, or why it is refused. */
export type FlagOutcome =
  ({ readonly ok: true } & FlagChange) | { readonly ok: false; readonly reason: FlagRefusal };

/** Somebody has taken note. Doing so twice changes nothing. */
export function acknowledgeFlag(flag: Flag, actor: FlagActor): FlagOutcome {
  if (flag.status === FlagStatus.CLOSED) return refused('CLOSED');
  if (flag.status === FlagStatus.ACKNOWLEDGED) return { ok: true, flag, events: [] };
  return step(flag, actor, { step: FlagStep.ACKNOWLEDGED, status: FlagStatus.ACKNOWLEDGED });
}

/** It rests until a later day and wakes by itself. */
export function snoozeFlag(flag: Flag, until: CalendarDate, actor: FlagActor): FlagOutcome {
  if (flag.status === FlagStatus.CLOSED) return refused('CLOSED');
  if (until <= dateOf(stamp(flag, actor))) return refused('SNOOZE_NOT_AHEAD');
  return step(flag, actor, { step: FlagStep.SNOOZED, status: FlagStatus.SNOOZED, snoozedUntil: until });
}

/** It is settled, for a reason given in words. */
export function closeFlag(flag: Flag, reason: string, actor: FlagActor): FlagOutcome {
  if (flag.status === FlagStatus.CLOSED) return refused('CLOSED');
  if (reason.trim() === '') return refused('REASON_MISSING');
  return step(flag, actor, { step: FlagStep.CLOSED, status: FlagStatus.CLOSED, reason: reason.trim() });
}

/** It was closed too early. If its condition is gone, the method closes it again in due time. */
export function reopenFlag(flag: Flag, reason: string | null, actor: FlagActor): FlagOutcome {
  if (flag.status !== FlagStatus.CLOSED) return refused('NOT_CLOSED');
  const change = { step: FlagStep.REOPENED, status: FlagStatus.OPEN, reason: reason?.trim() || null };
  return step({ ...flag, goneSince: null, openedAt: stamp(flag, actor) }, actor, change);
}

function step(
  flag: Flag,
  actor: FlagActor,
  what: Pick<FlagEvent, 'step' | 'status'> & Partial<FlagEvent>,
): FlagOutcome {
  const at = stamp(flag, actor);
  const event: FlagEvent = { at, byId: actor.byId, reason: null, snoozedUntil: null, ...what };
  const isClosed = event.status === FlagStatus.CLOSED;
  return {
    ok: true,
    flag: {
      ...flag,
      status: event.status,
      snoozedUntil: event.snoozedUntil,
      closedAt: isClosed ? at : null,
      closedByPerson: isClosed,
      lastEventAt: at,
    },
    events: [event],
  };
}

/** Clocks of different machines differ a little: nothing happens before what has already happened. */
function stamp({ lastEventAt }: Flag, { at }: FlagActor): Instant {
  return at < lastEventAt ? lastEventAt : at;
}

function refused(reason: FlagRefusal): FlagOutcome {
  return { ok: false, reason };
}
