import { OLDEST_DAYS } from '../days.mjs';
import { PLACES, SEGMENTS, TRADES } from './words.mjs';

/** Makes an account with its history so far. It is judged later, by the product itself. */
export function makeAccount(maker, number) {
  const { ids, random, days, tenant } = maker;
  const known = random.between(400, OLDEST_DAYS);
  const account = {
    id: ids.next('account'),
    number,
    since: known,
    createdAt: days.instant(known, random),
    owner: random.pick(tenant.users),
    structure: structureOf(random),
    amount: random.chance(0.04) ? null : (20_000 + random.seldomLarge(180_000)).toFixed(2),
    /** How content its people are on the whole, 0 to 100. */
    mood: 66 + random.around(19),
  };
  writeAccount(maker, account);
  return account;
}

function structureOf(random) {
  const share = random.share();
  return share < 0.35 ? 'HIERARCHICAL' : share < 0.65 ? 'FLAT' : 'UNKNOWN';
}

function writeAccount({ ids, random, days, tables, tenant }, account) {
  const { id, number, createdAt, structure, amount } = account;
  const stated = structure !== 'UNKNOWN';
  const name = `${random.pick(PLACES)} ${random.pick(TRADES)} ${number}`;
  const renewal = random.chance(0.8) ? days.date(-random.between(1, 365)) : null;
  const basis = stated ? 'STATED' : null;
  const currency = amount === null ? null : 'EUR';
  tables.add(
    'accounts',
    ...[tenant.id, id, name, 'CUSTOMER', structure, basis, stated ? 'PERSON' : null, random.pick(SEGMENTS)],
    ...[amount, currency, renewal, account.owner.id, 1, createdAt, createdAt],
  );
  tables.add('account_external_ids', tenant.id, 'erp', `A-${number}`, id);
  const state = [tenant.id, ids.next('accountState'), id, createdAt, structure, basis, amount, currency];
  tables.add('account_states', ...state);
  // Due for ever, until the product's own sweep has judged it.
  tables.add(
    'assessments',
    tenant.id,
    id,
    'UNKNOWN',
    0,
    -1,
    '{}',
    '[]',
    '{}',
    '[]',
    '{}',
    '2000-01-01',
    'none',
  );
}
