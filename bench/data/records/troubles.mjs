import { TROUBLES } from './words.mjs';

/** Makes the problems of an account and who knows of them: nearly half of the accounts have any. */
export function makeTroubles(maker, account, seats) {
  const { random } = maker;
  const count = random.chance(0.55) ? 0 : random.between(1, 3);
  for (let made = 0; made < count; made += 1) makeTrouble(maker, account, seats);
}

function makeTrouble(maker, account, seats) {
  const { ids, random, days, tables, tenant } = maker;
  const age = random.between(20, Math.min(700, account.since));
  const solved = random.chance(0.7) ? random.between(3, age - 3) : null;
  const trouble = {
    id: ids.next('problem'),
    at: days.instant(age, random),
    solvedAt: solved === null ? null : days.instant(solved, random),
    resolution: solved === null ? null : 'Put right together with them.',
  };
  const severity = random.pick(['LOW', 'LOW', 'MEDIUM', 'MEDIUM', 'HIGH', 'CRITICAL']);
  tables.add(
    'problems',
    ...[tenant.id, trouble.id, account.id, random.pick(TROUBLES), null, severity],
    ...[
      solved === null ? 'OPEN' : 'RESOLVED',
      trouble.at,
      trouble.solvedAt,
      trouble.resolution,
      1,
      trouble.at,
    ],
  );
  if (trouble.solvedAt) {
    const event = [tenant.id, ids.next('problemEvent'), trouble.id, 'RESOLVED', trouble.solvedAt];
    tables.add('problem_events', ...event, trouble.resolution, account.owner.id, trouble.solvedAt);
  }
  makeKnowledge(maker, account, trouble, seats);
}

/** One person reports it, some hear of it, and of those not all hear that it is solved. */
function makeKnowledge({ ids, random, tables, tenant }, account, { id, at, solvedAt }, seats) {
  const [reporter, ...others] = random.several(seats, random.between(1, 4));
  tables.add('problem_reporters', tenant.id, id, reporter.id);
  const tell = (who, knowledge, when) => {
    const entry = [tenant.id, ids.next('knowledge'), id, who.id, knowledge, when, account.owner.id, when];
    tables.add('knowledge_entries', ...entry);
  };
  for (const who of others) tell(who, 'TOLD_OF_PROBLEM', at);
  if (!solvedAt) return;
  for (const who of [reporter, ...others]) if (random.chance(0.8)) tell(who, 'TOLD_OF_RESOLUTION', solvedAt);
}
