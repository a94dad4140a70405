import { Role, Scope } from '../src/domain/rights.js';
import { runSql } from './direct-sql.js';
import { TestService } from './service.js';
import { TestTenant } from './tenant.js';

interface Item {
  code: string;
  text: string;
  raters: number;
  mean: number | null;
  agreement: number | null;
  counts: { rating: string; raters: number }[];
  mine: string | null;
  figure: Figure | null;
}

interface Figure {
  code: string;
  value: string | null;
  n: number | null;
  low: string | null;
  high: string | null;
  sentence: string;
}

interface Section {
  area: string;
  raters: number;
  mean: number | null;
  agreement: number | null;
  statements: Item[];
}

interface Shown {
  round: { id: string; title: string; openedOn: string; closedAt: string | null } | null;
  sections: Section[];
}

const CHECKLIST = `round { id title openedOn closedAt } sections { area raters mean agreement statements {
  code text raters mean agreement counts { rating raters } mine figure { code value unit currency n hits low high sentence } } }`;
const SHOW = `query ($round: ID) { checklist(round: $round) { ${CHECKLIST} } }`;
const OPEN =
  'mutation ($input: OpenChecklistRoundInput!) { openChecklistRound(input: $input) { id openedOn } }';
const RATE = `mutation ($round: ID!, $ratings: [StatementRatingInput!]!) { rateChecklist(round: $round, ratings: $ratings) { ${CHECKLIST} } }`;
const CLOSE = 'mutation ($round: ID!) { closeChecklistRound(round: $round) { id closedAt } }';

describe('the checklist for success', () => {
  let service: TestService;
  let tenant: TestTenant;
  let ann: string;
  let bob: string;

  beforeEach(async () => {
    service = await TestService.start();
    service.setClock('2026-11-20T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    ann = await service.createUserKey(tenant.tenantId, 'ann@strata.example', Role.ADMIN);
    bob = await service.createUserKey(tenant.tenantId, 'bob@strata.example', Role.ACCOUNT_MANAGER);
  });
  afterEach(() => service.stop());

  const show = async (key = tenant.key, round: string | null = null): Promise<Shown> =>
    (await service.get<{ checklist: Shown }>(key, SHOW, { round })).checklist;

  async function open(title = 'Autumn', openedOn: string | null = null): Promise<string> {
    const { openChecklistRound } = await tenant.get<{ openChecklistRound: { id: string } }>(OPEN, {
      input: { title, openedOn },
    });
    return openChecklistRound.id;
  }

  const rate = (key: string, round: string, given: Record<string, string>) =>
    service.ask<{ rateChecklist: Shown }>(key, RATE, {
      round,
      ratings: Object.entries(given).map(([statement, rating]) => ({ statement, rating })),
    });

  const item = ({ sections }: Shown, code: string): Item | undefined =>
    sections.flatMap(({ statements }) => statements).find((each) => each.code === code);

  const codeOf = async (asked: Promise<{ errors?: { extensions: { code: string } }[] }>) =>
    (await asked).errors?.map(({ extensions }) => extensions.code);

  it('shows its statements before the first round', async () => {
    const shown = await show();
    expect(shown.round).toBeNull();
    expect(shown.sections.map(({ area, statements, mean }) => [area, statements.length, mean])).toEqual([
      ['CUSTOMERS', 10, null],
      ['OFFERING', 4, null],
      ['EMPLOYEES', 7, null],
      ['MEASUREMENT', 11, null],
    ]);
    expect(item(shown, 'RETENTION_KNOWN')?.figure).toMatchObject({
      ...{ code: 'RETENTION', value: null, sentence: 'No decision of a customer has been recorded yet.' },
    });
  });

  it('is rated by several people, whose later ratings go before their earlier ones, both kept', async () => {
    const round = await open();
    await rate(ann, round, { OFFERING_FITS: 'NOT_AT_ALL', OFFERING_STEADY: 'SIGNIFICANTLY' });
    await rate(bob, round, { OFFERING_FITS: 'MODERATELY' });
    service.setClock('2026-11-20T10:00:00.000Z');
    const { data } = await rate(ann, round, { OFFERING_FITS: 'MINIMALLY' });
    const offering = data.rateChecklist.sections.find(({ area }) => area === 'OFFERING');
    expect(offering).toMatchObject({ raters: 2, mean: 2.25, agreement: 0.666667 });
    expect(item(data.rateChecklist, 'OFFERING_FITS')).toMatchObject({
      raters: 2,
      mean: 1.5,
      mine: 'MINIMALLY',
    });
    expect(item(await show(bob), 'OFFERING_FITS')).toMatchObject({ mean: 1.5, mine: 'MODERATELY' });
    expect(item(await show(), 'OFFERING_FITS')).toMatchObject({ mean: 1.5, mine: null });
    expect(item(await show(), 'OFFERING_STEADY')).toMatchObject({ raters: 1, mean: 3, agreement: null });
    const kept = await runSql(service.database.url, 'SELECT count(*)::int AS n FROM checklist_ratings');
    expect(kept).toEqual([{ n: 4 }]);
  });

  it('shows what the product knows beside a rating, and keeps it as it was when the round was closed', async () => {
    await tenant.account('acme', { structure: 'FLAT' });
    await tenant.people('acme', { mia: { level: 'OPERATIONS' } });
    const problems: string[] = [];
    for (const title of ['Late', 'Broken', 'Wrong', 'Lost', 'Loud'])
      problems.push(await tenant.report('acme', ['mia'], '2026-11-01T09:00:00Z', { title }));
    const round = await open();
    const recovery = async (id = round) => item(await show(tenant.key, id), 'SOLUTIONS_TOLD')?.figure;
    expect(await recovery()).toMatchObject({ code: 'RECOVERY_RATE', value: '0', n: 5 });
    for (const problem of problems) await tenant.resolve(problem, '2026-11-02T09:00:00Z');
    // Solved, and yet nobody has told Mia.
    expect(await recovery()).toMatchObject({ value: '0', n: 5 });
    await tenant.get(CLOSE, { round });
    for (const problem of problems)
      await tenant.tell(problem, ['mia'], 'TOLD_OF_RESOLUTION', '2026-11-03T09:00:00Z');
    expect(await recovery()).toMatchObject({ value: '0', n: 5 });
    const next = await open('Winter');
    expect(await recovery(next)).toMatchObject({ value: '1', n: 5, low: '0.565518', high: '1' });
    // Of one customer there are the counts, and no share.
    expect(item(await show(), 'TROUBLE_TOLD')?.figure).toMatchObject({
      ...{ code: 'CUSTOMERS_WITH_PROBLEMS', value: null, n: 1, hits: 1 },
      sentence: '1 of 1 customers had a problem in the last 365 days that somebody recorded.',
    });
  });

  it('tells an account manager no figure that is made of the accounts of others', async () => {
    await tenant.account('acme');
    await open();
    expect(item(await show(tenant.key), 'LOSSES_FORESEEN')?.figure).toMatchObject({ n: 1 });
    expect(item(await show(bob), 'LOSSES_FORESEEN')?.figure).toMatchObject({
      ...{ value: null, n: null, low: null, high: null },
      sentence: 'It is made of all customers, and you see your own accounts only.',
    });
  });

  it('is compared over its rounds, the latest first', async () => {
    const first = await open('Spring', '2026-04-01');
    await rate(ann, first, { OFFERING_FITS: 'MINIMALLY' });
    await tenant.get(CLOSE, { round: first });
    const second = await open('Autumn');
    await rate(ann, second, { OFFERING_FITS: 'SIGNIFICANTLY' });
    await rate(bob, second, { OFFERING_FITS: 'SIGNIFICANTLY' });
    const { checklistRounds } = await tenant.get<{
      checklistRounds: { totalCount: number; nodes: object[] };
    }>('{ checklistRounds { totalCount nodes { title openedOn areas { area raters mean agreement } } } }');
    expect(checklistRounds.totalCount).toBe(2);
    const offering = (raters: number, mean: number, agreement: number | null) => ({
      areas: expect.arrayContaining([{ area: 'OFFERING', raters, mean, agreement }]) as object[],
    });
    expect(checklistRounds.nodes).toMatchObject([
      { title: 'Autumn', openedOn: '2026-11-20', ...offering(2, 3, 1) },
      { title: 'Spring', openedOn: '2026-04-01', ...offering(1, 1, null) },
    ]);
    expect((await show()).round?.id).toBe(second);
  });

  it('is rated by a sales leader, who writes nothing else', async () => {
    const leader = await service.createUserKey(tenant.tenantId, 'lea@strata.example', Role.SALES_LEADER);
    const round = await open();
    const { data, errors } = await rate(leader, round, { OFFERING_FITS: 'MODERATELY' });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      rateChecklist: { sections: [{}, { area: 'OFFERING', raters: 1 }, {}, {}] },
    });
  });

  it('is not rated by an integration, nor once it is closed, nor with what there is not', async () => {
    const round = await open();
    const fits = { OFFERING_FITS: 'MODERATELY' };
    expect(await codeOf(rate(tenant.key, round, fits))).toEqual(['FORBIDDEN']);
    const { errors } = await rate(ann, round, { ...fits, NO_SUCH: 'MODERATELY' });
    expect(errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', details: { path: ['ratings', '1', 'statement'] } } },
    ]);
    const twice = [
      { statement: 'OFFERING_FITS', rating: 'MODERATELY' },
      { statement: 'OFFERING_FITS', rating: 'MINIMALLY' },
    ];
    expect(await codeOf(service.ask(ann, RATE, { round, ratings: twice }))).toEqual(['INVALID_INPUT']);
    expect(await codeOf(rate(ann, '01900000-0000-7000-8000-000000000000', fits))).toEqual(['NOT_FOUND']);
    expect((await show()).sections.every(({ raters }) => raters === 0)).toBe(true);
    await tenant.get(CLOSE, { round });
    expect(await codeOf(rate(ann, round, fits))).toEqual(['RULE_BROKEN']);
    expect(await codeOf(tenant.ask(CLOSE, { round }))).toEqual(['RULE_BROKEN']);
  });

  it('is opened and closed by an admin, one round at a time, on no day to come', async () => {
    const writer = await service.createKey(tenant.tenantId, [Scope.WRITE]);
    const input = { title: 'Autumn' };
    expect(await codeOf(service.ask(writer, OPEN, { input }))).toEqual(['FORBIDDEN']);
    expect(await codeOf(service.ask(bob, OPEN, { input }))).toEqual(['FORBIDDEN']);
    expect(await tenant.refusal(OPEN, { input: { ...input, openedOn: '2026-11-21' } })).toEqual({
      ...{ code: 'INVALID_INPUT', path: ['input', 'openedOn'] },
    });
    const opened = await Promise.all([1, 2, 3].map(() => tenant.ask(OPEN, { input })));
    expect(opened.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? [])).toEqual([
      'CONFLICT',
      'CONFLICT',
    ]);
    const round = (await show()).round?.id ?? '';
    expect(await codeOf(service.ask(bob, CLOSE, { round }))).toEqual(['FORBIDDEN']);
  });

  it('is closed once when two close it at the same time', async () => {
    const round = await open();
    const closed = await Promise.all([1, 2].map(() => tenant.ask(CLOSE, { round })));
    expect(closed.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? [])).toEqual([
      'RULE_BROKEN',
    ]);
  });

  it('of one tenant is not seen by another', async () => {
    const round = await open();
    await rate(ann, round, { OFFERING_FITS: 'MODERATELY' });
    const other = await TestTenant.create(service);
    expect(await other.refusal(SHOW, { round })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await show(other.key)).round).toBeNull();
    expect(await other.refusal(CLOSE, { round })).toMatchObject({ code: 'NOT_FOUND' });
    const eve = await service.createUserKey(other.tenantId, 'eve@strata.example', Role.ADMIN);
    expect(await codeOf(rate(eve, round, { OFFERING_FITS: 'MODERATELY' }))).toEqual(['NOT_FOUND']);
    expect(await other.get('{ checklistRounds { totalCount } }')).toEqual({
      checklistRounds: { totalCount: 0 },
    });
  });
});
