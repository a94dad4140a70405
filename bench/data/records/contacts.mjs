import { CHANNELS, FUNCTIONS, NOTES, OUTCOMES } from './words.mjs';

/** Makes the contacts our people had with an account, one to three of its people in each. */
export function makeContacts({ ids, random, days, tables, tenant }, account, seats) {
  const count = 2 + Math.floor(random.seldomLarge(6));
  for (let made = 0; made < count; made += 1) {
    const id = ids.next('interaction');
    const at = days.instant(random.share() ** 1.4 * Math.min(700, account.since), random);
    const by = random.chance(0.7) ? account.owner : random.pick(tenant.users);
    tables.add(
      'interactions',
      ...[tenant.id, id, account.id, random.pick(CHANNELS), at, random.pick(NOTES), random.pick(OUTCOMES)],
      ...[random.pick(FUNCTIONS), by.id, at],
    );
    for (const { id: who } of random.several(seats, random.between(1, 3))) {
      tables.add('interaction_stakeholders', tenant.id, id, who);
    }
  }
}
