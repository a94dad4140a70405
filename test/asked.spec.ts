import { TenantTransaction } from '../src/database/tenant-transaction.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

interface Person {
  fullName?: string;
  title?: string | null;
  reportsTo?: Person | null;
  answers?: { nodes: { score: number; level: string }[] };
}

describe('what an operation asks for', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start({}, 1);
    service.setClock('2026-11-20T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    await tenant.account('a');
    await tenant.people('a', {
      head: { title: 'Head of Operations', level: 'MANAGEMENT' },
      clerk: { title: 'Clerk', reportsTo: crm('head') },
    });
    await tenant.answer('clerk', 9, '2026-11-01T09:00:00Z');
  });
  afterAll(() => service.stop());

  const people = async (fields: string, variables = {}, declared = ''): Promise<Person[]> => {
    const query = `query ${declared} { accounts { nodes { stakeholders { ${fields} } } } }`;
    const { accounts } = await tenant.get<{ accounts: { nodes: { stakeholders: { nodes: Person[] } }[] } }>(
      query,
      variables,
    );
    return accounts.nodes[0]?.stakeholders.nodes ?? [];
  };

  it('is all that is read of a record', async () => {
    const read = jest.spyOn(service.app.get(TenantTransaction), 'query');
    await people('nodes { id title answers(first: 1) { nodes { score } } }');
    const texts = read.mock.calls.map(([{ text }]) => text);
    read.mockRestore();
    const [ofPeople, ofAnswers] = ['FROM stakeholders s', 'FROM satisfaction_answers r'].map((from) =>
      texts.find((text) => text.includes(from)),
    );
    expect(ofPeople).toMatch(/SELECT s\.id AS "id",\s*s\.title AS "title"\s+FROM/);
    expect(ofAnswers).toMatch(/SELECT r\.id AS "id",\s*r\.score AS "score"\s+FROM/);
  });

  it('has one row more of a page read where it is asked whether more follows, and only there', async () => {
    const limitFor = async (fields: string): Promise<string | undefined> => {
      const read = jest.spyOn(service.app.get(TenantTransaction), 'query');
      const [first] = await people(fields);
      expect(first).toBeDefined();
      const text = read.mock.calls
        .map(([one]) => one.text)
        .find((one) => one.includes('FROM stakeholders s'));
      read.mockRestore();
      return /LIMIT (\d+)/.exec(text ?? '')?.[1];
    };
    expect(await limitFor('nodes { id }')).toBe('50');
    expect(await limitFor('nodes { id } pageInfo { endCursor }')).toBe('50');
    expect(await limitFor('nodes { id } pageInfo { hasNextPage }')).toBe('51');
    const cut = `{ accounts { nodes { one: stakeholders(first: 1) { nodes { id } pageInfo { hasNextPage } }
      all: stakeholders(first: 2) { nodes { id } pageInfo { hasNextPage } } } } }`;
    const { accounts } = await tenant.get<{ accounts: { nodes: Record<'one' | 'all', unknown>[] } }>(cut);
    expect(accounts.nodes[0]).toMatchObject({
      one: { nodes: [{}], pageInfo: { hasNextPage: true } },
      all: { nodes: [{}, {}], pageInfo: { hasNextPage: false } },
    });
  });

  it('of a judgement leaves out what nobody wants to see', async () => {
    const read = jest.spyOn(service.app.get(TenantTransaction), 'query');
    const { accounts } = await tenant.get<{ accounts: { nodes: { assessment: object }[] } }>(
      '{ accounts { nodes { assessment { standing valueAtRisk { amount } } } } }',
    );
    const text = read.mock.calls.map(([one]) => one.text).find((one) => one.includes('FROM assessments s'));
    read.mockRestore();
    expect(accounts.nodes[0]?.assessment).toMatchObject({ standing: 'UNKNOWN' });
    expect(text).toContain('s.standing');
    expect(text).not.toMatch(/s\.(levels|reasons|divergence|risk)\b/);
  });

  it('is read of whom somebody reports to as well, though they are among those at hand', async () => {
    expect(await people('nodes { reportsTo { title reportsTo { fullName } } }')).toEqual([
      { reportsTo: null },
      { reportsTo: { title: 'Head of Operations', reportsTo: null } },
    ]);
  });

  it('is understood under fragments, other names and conditions', async () => {
    const fields = `all: nodes { __typename ... on Stakeholder { called: fullName } ...T @include(if: $with) }
      edges { cursor node { level title @skip(if: $with) } }`;
    const query = `query ($with: Boolean!) { accounts { nodes { stakeholders { ${fields} } } } }
      fragment T on Stakeholder { answers { nodes { score level } } }`;
    for (const wanted of [true, false]) {
      const { accounts } = await tenant.get<{ accounts: { nodes: { stakeholders: object }[] } }>(query, {
        with: wanted,
      });
      expect(accounts.nodes[0]?.stakeholders).toMatchObject({
        all: [
          { __typename: 'Stakeholder', called: 'head' },
          { called: 'clerk', ...(wanted && { answers: { nodes: [{ score: 90, level: 'OPERATIONS' }] } }) },
        ],
        edges: [
          { node: { level: 'MANAGEMENT', ...(!wanted && { title: 'Head of Operations' }) } },
          { node: { level: 'OPERATIONS', ...(!wanted && { title: 'Clerk' }) } },
        ],
      });
    }
  });

  it('is the whole record where a field does not say what it is worked out from', async () => {
    const read = jest.spyOn(service.app.get(TenantTransaction), 'query');
    expect(await people('nodes { id advocate { guardedBy } }')).toHaveLength(2);
    const texts = read.mock.calls.map(([{ text }]) => text);
    read.mockRestore();
    expect(texts.find((text) => text.includes('FROM stakeholders s'))).toContain('s.level_signals');
  });

  it('includes the places of its rows only where somebody goes on from them', async () => {
    const read = jest.spyOn(service.app.get(TenantTransaction), 'query');
    const places = async (fields: string): Promise<boolean> => {
      read.mockClear();
      await tenant.get(`{ accounts { ${fields} } }`);
      return read.mock.calls.some(([{ text }]) => text.includes('"pageKey"'));
    };
    expect(await places('nodes { name } pageInfo { hasNextPage }')).toBe(false);
    expect(await places('edges { node { name } }')).toBe(false);
    expect(await places('edges { cursor }')).toBe(true);
    expect(await places('pageInfo { endCursor }')).toBe(true);
    read.mockRestore();
  });
});
