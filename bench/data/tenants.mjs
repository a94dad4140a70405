import { ANSWERS_OF_PAIR } from './plan.mjs';
import { makeAccount } from './records/accounts.mjs';
import { makeAnswers, makeSeries } from './records/answers.mjs';
import { makeContacts } from './records/contacts.mjs';
import { makeOurSide } from './records/ours.mjs';
import { makeSeats } from './records/seats.mjs';
import { makeTroubles } from './records/troubles.mjs';
import { FIRST_NAMES, LAST_NAMES } from './records/words.mjs';

/** Fills one tenant with `count` accounts and everything that hangs on them. */
export async function fillTenant(maker, count) {
  makeUsers(maker, Math.max(5, Math.round(count / 100)));
  for (let number = 1; number <= count; number += 1) {
    const account = openAccount(maker, number);
    const seats = makeSeats(maker, account, 4 + Math.min(76, Math.floor(maker.random.seldomLarge(6.5))));
    for (const seat of seats) makeAnswers(maker, account, seat, maker.random.between(0, 6));
    makeContacts(maker, account, seats);
    makeTroubles(maker, account, seats);
    makeOurSide(maker, account, seats);
    if (number % 20 === 0) await maker.tables.relieve();
  }
}

/**
 * Fills the tenant of the two accounts that differ only in how much was answered: the same people, each asked by the same
 * instrument. Returns their first stakeholders.
 */
export async function fillPair(maker) {
  makeUsers(maker, 5);
  const seats = [];
  for (const [place, answers] of ANSWERS_OF_PAIR.entries()) {
    const account = openAccount(maker, place + 1);
    const people = makeSeats(maker, account, 10);
    for (const seat of people) {
      makeSeries(maker, account, seat, answers / people.length);
      await maker.tables.relieve();
    }
    seats.push({ accountId: account.id, stakeholderId: people[0].id });
  }
  return seats;
}

/** Half of the accounts hear the same from both levels; in the others management is happier or less happy. */
function openAccount(maker, number) {
  const account = makeAccount(maker, number);
  account.gap = maker.random.chance(0.5) ? 0 : maker.random.around(22);
  return account;
}

function makeUsers({ ids, random, days, tables, tenant }, count) {
  for (let number = 1; number <= count; number += 1) {
    const user = { id: ids.next('user') };
    const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
    const address = `ours.${number}@example.org`;
    tables.add(
      'users',
      tenant.id,
      user.id,
      address,
      name,
      'SALES',
      'SALES_LEADER',
      days.instant(1_095, random),
    );
    tenant.users.push(user);
  }
}
