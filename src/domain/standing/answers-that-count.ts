import type { AnswerFact, Instant, StakeholderFact } from '../facts.js';
import { lastDays, previousPeriod } from '../instants.js';
import type { Method } from '../method.js';

/**
 * The answers a judgement can rest on: of each person, instrument and provenance the latest one now, the latest one
 * before the last half-year began, and the latest one before each change of the person's level. All others are older
 * answers to the same question, which no rule looks at: so a judgement costs the same after a hundred thousand of them.
 * This is the definition; `LatestAnswersReader` finds the same answers by index.
 */
export function answersThatCount(
  answers: readonly AnswerFact[],
  people: readonly StakeholderFact[],
  at: Instant,
  method: Method,
): AnswerFact[] {
  const levels = new Map(people.map((person) => [person.id, person.levels]));
  const counting = new Set<AnswerFact>();
  for (const series of seriesOf(answers)) {
    const changes = levels.get(series[0]?.stakeholderId ?? '') ?? [];
    const limits = [
      ...cutsOf(at, method),
      ...changes.flatMap(({ from }) => (from === null ? [] : [justBefore(from)])),
    ];
    for (const limit of limits) {
      const last = series.findLast(({ answeredAt }) => answeredAt <= limit);
      if (last) counting.add(last);
    }
  }
  return [...counting];
}

/** The instants up to which the latest answer counts, whoever gave it. */
export function cutsOf(at: Instant, { reasons }: Method): [now: Instant, halfYearBefore: Instant] {
  return [at, previousPeriod(lastDays(at, reasons.declining.halfYearDays)).to];
}

/** Answers of one person to one instrument, of one provenance, oldest first. */
function seriesOf(answers: readonly AnswerFact[]): AnswerFact[][] {
  const series = new Map<string, AnswerFact[]>();
  for (const answer of answers) {
    const key = `${answer.stakeholderId} ${answer.provenance} ${answer.instrument}`;
    const known = series.get(key);
    if (known) known.push(answer);
    else series.set(key, [answer]);
  }
  return [...series.values()].map((each) => each.sort(inOrder));
}

function inOrder(a: AnswerFact, b: AnswerFact): number {
  return compare(a.answeredAt, b.answeredAt) || compare(a.id, b.id);
}

function justBefore(instant: Instant): Instant {
  return new Date(Date.parse(instant) - 1).toISOString();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
