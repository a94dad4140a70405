const CHOICES = ['DEFINITELY_NO', 'PROBABLY_NO', 'PROBABLY_YES', 'DEFINITELY_YES'];
const POINTS = ['LISTENING', 'IMPORTANCE', 'DIFFERENCES', 'HONESTY', 'RELIABILITY', 'AUTHENTICITY'];

/** Makes what one stakeholder answered: `count` answers, more of them lately than long ago. */
export function makeAnswers(maker, account, seat, count) {
  const { random } = maker;
  for (let made = 0; made < count; made += 1) {
    const answer = answerOf(random, seat.mood + random.around(10));
    const provenance = random.chance(0.08) ? 'OUR_ESTIMATE' : 'CUSTOMER_STATED';
    addAnswer(maker, account, seat, [...answer, provenance]);
  }
}

/** The same, all to one instrument: however many there are, one of them is the latest. */
export function makeSeries(maker, account, seat, count) {
  for (let made = 0; made < count; made += 1) {
    const content = Math.max(0, Math.min(100, seat.mood + maker.random.around(10)));
    addAnswer(maker, account, seat, [...recommended(content), 'CUSTOMER_STATED']);
  }
}

function addAnswer({ ids, random, days, tables, tenant }, account, seat, answer) {
  const age = 1 + random.share() ** 1.6 * Math.min(900, account.since);
  const answeredAt = days.instant(age, random);
  tables.add(
    'satisfaction_answers',
    ...[tenant.id, ids.next('answer'), account.id, seat.id, ...answer],
    ...[random.chance(0.8) ? 't' : 'f', answeredAt, null, answeredAt],
  );
}

/** Instrument, measure, score, choice and items of an answer by somebody this content (0 to 100). */
function answerOf(random, mood) {
  const content = Math.max(0, Math.min(100, mood));
  const share = random.share();
  if (share < 0.45) return recommended(content);
  if (share < 0.8) return ['CSAT', 'SATISFACTION', Math.round(content / 25) * 25, null, null];
  if (share < 0.92) return recommendation(Math.round((content * 3) / 100));
  if (share < 0.95) return ['REPURCHASE', 'INTENTION', null, content < 35 ? 'NO' : 'YES', null];
  return pointsOfConnection(random, content);
}

function recommended(content) {
  return ['NPS', 'ADVOCACY', Math.round(content / 10) * 10, null, null];
}

function recommendation(place) {
  return ['RECOMMEND', 'ADVOCACY', (place * 100) / 3, CHOICES[place], null];
}

function pointsOfConnection(random, content) {
  const ratings = POINTS.map(() =>
    Math.max(1, Math.min(5, Math.round(1 + content / 25 + random.around(0.6)))),
  );
  const items = JSON.stringify(Object.fromEntries(POINTS.map((point, place) => [point, ratings[place]])));
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
  return ['POINTS_OF_CONNECTION', 'SATISFACTION', (mean - 1) * 25, null, items];
}
