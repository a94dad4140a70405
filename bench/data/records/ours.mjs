import { FUNCTIONS } from './words.mjs';

/** Makes our side of an account: the team with its counterparts, what we promised, what we saw them decide. */
export function makeOurSide(maker, account, seats) {
  makeTeam(maker, account, seats);
  if (maker.random.chance(0.3)) makePromise(maker, account, seats);
  if (maker.random.chance(0.2)) makeDecision(maker, account, seats);
}

function makeTeam({ ids, random, days, tables, tenant }, account, seats) {
  const others = random.several(tenant.users, random.between(0, 2)).filter((user) => user !== account.owner);
  const members = [account.owner, ...others];
  members.forEach((user, place) => {
    const id = ids.next('member');
    const inFunction = place === 0 ? 'SALES' : random.pick(FUNCTIONS);
    const leads = place === 0 ? 't' : 'f';
    const since = days.date(account.since);
    tables.add(
      'team_members',
      tenant.id,
      id,
      account.id,
      user.id,
      inFunction,
      leads,
      since,
      account.createdAt,
    );
    for (const seat of random.several(seats, random.between(0, 2))) {
      tables.add('counterparts', tenant.id, id, seat.id, account.createdAt);
    }
  });
}

function makePromise({ ids, random, days, tables, tenant }, account, seats) {
  const id = ids.next('commitment');
  const age = random.between(30, 350);
  const madeAt = days.instant(age, random);
  const settled = random.chance(0.7) ? random.pick(['KEPT', 'KEPT', 'KEPT', 'BROKEN']) : null;
  const settledAt = settled === null ? null : days.instant(random.between(2, age - 10), random);
  tables.add(
    'commitments',
    ...[
      tenant.id,
      id,
      account.id,
      'A second shift at the service desk',
      days.date(age - 25),
      account.owner.id,
    ],
    ...[settled, settledAt, madeAt, madeAt, settledAt],
  );
  tables.add('commitment_recipients', tenant.id, id, random.pick(seats).id);
}

function makeDecision({ ids, random, days, tables, tenant }, account, seats) {
  const seat = random.pick(seats);
  const age = random.between(10, 700);
  const approvals = random.between(0, 4);
  tables.add(
    'decisions',
    ...[
      tenant.id,
      ids.next('decision'),
      account.id,
      'Order of spare parts',
      days.date(age),
      seat.id,
      seat.level,
    ],
    ...[approvals, days.instant(age, random)],
  );
}
