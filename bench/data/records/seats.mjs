import { FIRST_NAMES, LAST_NAMES, MANAGEMENT_TITLES, OPERATIONS_TITLES } from './words.mjs';

/** Makes `count` stakeholders of an account: a tree in which each has up to four reports. */
export function makeSeats(maker, account, count) {
  const seats = [];
  for (let place = 0; place < count; place += 1) seats.push(makeSeat(maker, account, place, seats));
  return seats;
}

function makeSeat(maker, account, place, above) {
  const { ids, random, days } = maker;
  const level = levelOf(random, place);
  const since = random.between(Math.min(60, account.since), account.since);
  const left = place > 1 && random.chance(0.03) ? random.between(5, 300) : null;
  const seat = {
    id: ids.next('stakeholder'),
    level,
    title: random.pick(level === 'MANAGEMENT' ? MANAGEMENT_TITLES : OPERATIONS_TITLES),
    roles: rolesOf(random, place),
    boss: place > 0 && random.chance(0.85) ? above[Math.floor((place - 1) / 4)].id : null,
    startedOn: days.date(account.since),
    endedOn: left === null || left > account.since ? null : days.date(left),
    createdAt: days.instant(since, random),
    /** How content they are, 0 to 100. */
    mood: account.mood + random.around(12) + (level === 'MANAGEMENT' ? account.gap : 0),
  };
  writeSeat(maker, account, seat);
  return seat;
}

function levelOf(random, place) {
  if (place < 2) return 'MANAGEMENT';
  const share = random.share();
  return share < 0.2 ? 'MANAGEMENT' : share < 0.95 ? 'OPERATIONS' : 'UNKNOWN';
}

function rolesOf(random, place) {
  if (place === 0) return '{DECISION_MAKER}';
  if (place === 1) return '{APPROVER,INFLUENCER}';
  return random.chance(0.1) ? '{CHAMPION,USER}' : '{USER}';
}

function writeSeat({ ids, random, tables, tenant }, account, seat) {
  const { id, level, title, roles, boss, startedOn, endedOn, createdAt } = seat;
  const person = ids.next('person');
  const number = (tenant.people += 1);
  const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  const address = `${first}.${last}.${number}@example.com`.toLowerCase();
  const basis = level === 'UNKNOWN' ? null : 'STATED';
  const by = level === 'UNKNOWN' ? null : 'FIELD';
  tables.add('people', tenant.id, person, `${first} ${last}`, address, createdAt);
  tables.add(
    'stakeholders',
    ...[tenant.id, id, account.id, person, title, level, basis, by, '[]', roles],
    ...[boss, startedOn, endedOn, 1, createdAt, createdAt],
  );
  const state = [title, level, basis, roles, boss, startedOn, endedOn];
  tables.add('stakeholder_states', tenant.id, ids.next('stakeholderState'), id, createdAt, ...state);
  tables.add('stakeholder_external_ids', tenant.id, 'erp', `S-${number}`, id);
}
