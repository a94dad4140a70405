import type { AccountFacts, Instant } from '../../facts.js';
import { isWithin, lastDays } from '../../instants.js';
import { isActive } from '../../standing/people.js';

/** What connects two people of an account. */
export enum LinkKind {
  REPORTING_LINE = 'REPORTING_LINE',
  SHARED_CONTACT = 'SHARED_CONTACT',
}

/** A step from one person to another. */
export interface Link {
  readonly toId: string;
  readonly kind: LinkKind;
}

/** Who is connected with whom: the links of each person, reporting lines first, then by id. */
export type Connections = ReadonlyMap<string, readonly Link[]>;

/** A way from somebody to somebody: the links in their order. */
export interface Path {
  readonly fromId: string;
  readonly links: readonly Link[];
}

/** How the people who are at an account now are connected: reporting lines, and contacts shared within so many days. */
export function connectionsOf(facts: AccountFacts, at: Instant, days: number): Connections {
  const active = new Set(facts.stakeholders.filter((person) => isActive(person, at)).map(({ id }) => id));
  const links = new Map([...active].map((id) => [id, new Map<string, LinkKind>()]));
  const connect = (a: string, b: string, kind: LinkKind): void => {
    if (a === b || !active.has(a) || !active.has(b)) return;
    if (!links.get(a)?.has(b)) links.get(a)?.set(b, kind);
    if (!links.get(b)?.has(a)) links.get(b)?.set(a, kind);
  };
  for (const { id, reportsToId } of facts.stakeholders) {
    if (reportsToId !== null) connect(id, reportsToId, LinkKind.REPORTING_LINE);
  }
  for (const { stakeholderIds, occurredAt } of facts.interactions) {
    if (!isWithin(occurredAt, lastDays(at, days))) continue;
    for (const a of stakeholderIds) for (const b of stakeholderIds) connect(a, b, LinkKind.SHARED_CONTACT);
  }
  return new Map([...links].map(([id, own]) => [id, inOrder(own)]));
}

/**
 * The shortest path to a person from everybody who has one, by where it begins (breadth first, Moore 1959). Of paths of
 * one length the one along reporting lines is taken first, so the same facts always give the same path.
 */
export function shortestPathsTo(targetId: string, connections: Connections): Map<string, Path> {
  const paths = new Map<string, Path>([[targetId, { fromId: targetId, links: [] }]]);
  let reached = [targetId];
  while (reached.length > 0) {
    const next: string[] = [];
    for (const id of reached) {
      const onward = paths.get(id)?.links ?? [];
      for (const { toId, kind } of connections.get(id) ?? []) {
        if (paths.has(toId)) continue;
        paths.set(toId, { fromId: toId, links: [{ toId: id, kind }, ...onward] });
        next.push(toId);
      }
    }
    reached = next;
  }
  return paths;
}

function inOrder(links: ReadonlyMap<string, LinkKind>): Link[] {
  return [...links]
    .map(([toId, kind]) => ({ toId, kind }))
    .sort((a, b) => compare(a.kind, b.kind) || compare(a.toId, b.toId));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
