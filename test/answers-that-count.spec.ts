import { LatestAnswersReader } from '../src/assessment/judging/facts/latest-answers.reader.js';
import { lookedBackTo, ObservationsReader } from '../src/assessment/judging/facts/observations.reader.js';
import { PeopleFactsReader } from '../src/assessment/judging/facts/people-facts.reader.js';
import { ToJudgeReader } from '../src/assessment/judging/to-judge.reader.js';
import { TenantTransaction } from '../src/database/tenant-transaction.js';
import type { Instant } from '../src/domain/facts.js';
import { METHOD_DEFAULTS } from '../src/domain/method.js';
import { answersThatCount, cutsOf } from '../src/domain/standing/answers-that-count.js';
import { runSql } from './direct-sql.js';
import { accepted } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

const DAY = 86_400_000;
const NOW = '2026-11-20T09:00:00.000Z';
const ago = (days: number): Instant => new Date(Date.parse(NOW) - days * DAY).toISOString();

describe('the answers that count', () => {
  let service: TestService;
  let tenant: TestTenant;
  let accountId: string;

  beforeAll(async () => {
    service = await TestService.start();
    tenant = await TestTenant.create(service);
    service.setClock(ago(400));
    accountId = accepted(await tenant.upsertAccounts([{ ...crm('a'), name: 'A' }]))[0]?.row?.id ?? '';
    accepted(
      await tenant.upsertStakeholders(
        ['p', 'q', 'r'].map((id) => ({ ...crm(id), account: crm('a'), fullName: id, level: 'OPERATIONS' })),
      ),
    );
    for (const [days, level] of [
      [300, 'MANAGEMENT'],
      [90, 'OPERATIONS'],
    ] as const) {
      service.setClock(ago(days));
      accepted(await tenant.upsertStakeholders([{ ...crm('p'), account: crm('a'), level }]));
    }
    service.setClock(NOW);
    await answerOften(tenant);
  });
  afterAll(() => service.stop());

  it.each([0, 1, 45, 89, 90, 91, 180, 200, 299, 301, 399])(
    'are found by index as the rules define them, %i days ago',
    async (days) => {
      const at = ago(days);
      const reader = service.app.get(ObservationsReader);
      const people = service.app.get(PeopleFactsReader);
      const scope = { tenantId: tenant.tenantId, ownerId: null, access: 'read', at: NOW } as const;
      await service.app.get(TenantTransaction).run(scope, async () => {
        const all = (await reader.readAnswers([accountId], NOW, lookedBackTo(at))).get(accountId) ?? [];
        const seats = (await people.readPeople([accountId], NOW)).get(accountId) ?? [];
        const wanted = answersThatCount(all, seats, at, METHOD_DEFAULTS).map(({ id }) => id);
        const found = await service.app
          .get(LatestAnswersReader)
          .read({ accountIds: [accountId], knownAt: NOW, cuts: cutsOf(at, METHOD_DEFAULTS) });
        expect(found.map(({ id }) => id).sort()).toEqual(wanted.sort());
        expect(wanted.length).toBeLessThan(all.length / 4);
      });
    },
  );

  it('are those of the tenant, where its half-year is another one', async () => {
    const halfYearDays = 60;
    await runSql(
      service.database.url,
      `UPDATE tenant_settings SET method_overrides = '{"reasons": {"declining": {"halfYearDays": ${halfYearDays}}}}'
       WHERE tenant_id = '${tenant.tenantId}'`,
    );
    const scope = { tenantId: tenant.tenantId, ownerId: null, access: 'read', at: NOW } as const;
    await service.app.get(TenantTransaction).run(scope, async () => {
      const { facts, method } = await service.app.get(ToJudgeReader).read([accountId], NOW, {});
      const { answers, stakeholders } = facts.get(accountId) ?? { answers: [], stakeholders: [] };
      const all =
        (await service.app.get(ObservationsReader).readAnswers([accountId], NOW, lookedBackTo(NOW))).get(
          accountId,
        ) ?? [];
      expect(method.method.reasons.declining.halfYearDays).toBe(halfYearDays);
      const wanted = answersThatCount(all, stakeholders, NOW, method.method);
      expect(wanted).not.toEqual(answersThatCount(all, stakeholders, NOW, METHOD_DEFAULTS));
      expect(answers.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
    });
  });
});

/** Three people on three instruments, ours and theirs, every week for more than a year; some answers corrected. */
async function answerOften(tenant: TestTenant): Promise<void> {
  const answers = ['p', 'q', 'r'].flatMap((person) =>
    Array.from({ length: 57 }, (_, week) => week * 7 + (person.charCodeAt(0) % 3)).flatMap((days) => [
      { stakeholder: crm(person), instrument: 'NPS', value: { number: days % 11 }, answeredAt: ago(days) },
      {
        stakeholder: crm(person),
        instrument: 'CSAT',
        value: { number: (days % 5) + 1 },
        answeredAt: ago(days + 2),
      },
      {
        stakeholder: crm(person),
        instrument: 'NPS',
        value: { number: 9 },
        answeredAt: ago(days),
        provenance: 'OUR_ESTIMATE',
      },
    ]),
  );
  const ids: string[] = [];
  for (let from = 0; from < answers.length; from += 200)
    ids.push(
      ...accepted(await tenant.recordSatisfaction(answers.slice(from, from + 200))).map(
        ({ row }) => row?.id ?? '',
      ),
    );
  const corrected = [0, 1, 3, 100, 301].map((index) => ({ ...answers[index], supersedes: ids[index] }));
  accepted(await tenant.recordSatisfaction(corrected.map((answer) => ({ ...answer, value: { number: 1 } }))));
}
