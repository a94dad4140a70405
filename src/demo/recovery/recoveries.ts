import { ADVOCACY_TALES } from '../advocacy/advocacy-tales.js';
import { ourEmail } from '../stories/cast.js';
import type { DemoAccount } from '../stories/accounts.js';
import type { DemoEvent } from './events.js';
import { FLAG_TALES, PROBLEM_TALES, type Tale } from './problem-tales.js';
import { DECISION_TALES, PROMISE_TALES, TEAM_TALES } from './team-tales.js';

const TALES: readonly Readonly<Record<string, Tale>>[] = [
  TEAM_TALES,
  DECISION_TALES,
  PROBLEM_TALES,
  PROMISE_TALES,
  ADVOCACY_TALES,
  FLAG_TALES,
];

/** Names of the accounts something of it is told about. */
export const ACCOUNTS_WITH_TALES: readonly string[] = [
  ...new Set(TALES.flatMap((tales) => Object.keys(tales))),
];

/** What happened at an account beyond contacts and answers, in the order in which it happened. */
export function eventsAt({ name, owner }: DemoAccount, accountKey: string): DemoEvent[] {
  const events = TALES.flatMap((tales) => tales[name] ?? []);
  return events
    .map(([daysAgo, happening]) => ({ accountKey, by: ourEmail(owner), daysAgo, happening }))
    .sort((a, b) => b.daysAgo - a.daysAgo);
}
