import { request, type IncomingHttpHeaders } from 'node:http';
import { firstQuestions } from '../src/graphql/graphiql/questions.js';
import { TestService } from './service.js';

const KEY = /strata_[0-9A-Za-z]{44}_[0-9A-Za-z]{49}/;

/** As a browser opens an address; `fetch` would not let us say another host. */
function open(
  address: string,
  headers: Record<string, string> = {},
): Promise<{ text: string; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      address,
      { headers: { accept: 'text/html,*/*;q=0.8', ...headers } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ text: Buffer.concat(parts).toString(), headers: response.headers }),
        );
      },
    );
    outgoing.on('error', reject).end();
  });
}

describe('GraphiQL', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start();
    await service.createTenant();
  });
  afterAll(() => service.stop());

  it('opens at the address of the API with a key that works and ends by itself', async () => {
    service.setClock('2026-11-20T09:00:00.000Z');
    const key = KEY.exec((await open(service.address)).text)?.[0] ?? '';
    expect(await service.get(key, '{ me { scopes } }')).toEqual({
      me: { scopes: ['read', 'write', 'admin'] },
    });
    service.setClock('2026-11-20T21:00:00.000Z');
    expect((await service.ask(key, '{ me { scopes } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    const next = KEY.exec((await open(service.address)).text)?.[0] ?? '';
    expect((await service.ask(next, '{ me { scopes } }')).errors).toBeUndefined();
    service.setClock('2026-11-20T09:00:00.000Z');
  });

  it('gives no key to a name that only leads here, nor through a proxy', async () => {
    const strangers: Record<string, string>[] = [
      { host: 'strata.attacker.example' },
      { host: '127.0.0.1.attacker.example' },
      { 'x-forwarded-for': '203.0.113.7' },
    ];
    for (const headers of strangers) {
      const { text } = await open(service.address, headers);
      expect(text).toContain('<title>Strata</title>');
      expect(text).not.toMatch(KEY);
    }
  });

  it('needs nothing from elsewhere, and the browser is told to load nothing from elsewhere', async () => {
    const { text, headers } = await open(service.address);
    expect(text).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|'unsafe-eval'|\*/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(text).toContain(`<script nonce="${nonce}">`);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('opens with questions that are answered as they stand', async () => {
    await seed();
    const page = (await open(service.address)).text;
    const key = KEY.exec(page)?.[0] ?? '';
    const { accounts } = await service.get<{
      accounts: { nodes: [{ id: string; stakeholders: { nodes: [{ id: string }] } }] };
    }>(key, '{ accounts { nodes { id stakeholders { nodes { id } } } } }');
    const [{ id: accountId, stakeholders }] = accounts.nodes;
    const questions = firstQuestions('2026-11-20', { accountId, stakeholderId: stakeholders.nodes[0].id });
    expect(questions[0]?.query).toContain('atRiskAccounts');
    for (const { query, variables = '{}' } of questions) {
      expect(page).toContain(JSON.stringify(query));
      expect(page).toContain(JSON.stringify(variables).slice(1, -1));
      await service.get(key, query, JSON.parse(variables) as Record<string, unknown>);
    }
  });

  async function seed(): Promise<void> {
    const ref = '{external: {system: "crm", id: "1"}}';
    const key = KEY.exec((await open(service.address)).text)?.[0] ?? '';
    await service.get(
      key,
      'mutation { upsertAccounts(accounts: [{external: {system: "crm", id: "1"}, name: "Acme"}]) { results { status } } }',
    );
    await service.get(
      key,
      `mutation { upsertStakeholders(stakeholders: [{account: ${ref}, fullName: "Kim"}]) { results { status } } }`,
    );
  }

  it('leaves queries to the API, also those a browser sends', async () => {
    const { text } = await open(`${service.address}?query=${encodeURIComponent('{ __typename }')}`, {
      'apollo-require-preflight': '1',
    });
    expect(JSON.parse(text)).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('in production', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start({ NODE_ENV: 'production' });
    await service.createTenant();
  });
  afterAll(() => service.stop());

  it('there is no GraphiQL, no key for the asking and no introspection', async () => {
    const { text } = await open(service.address);
    expect(text).not.toContain('<title>');
    expect(text).not.toMatch(KEY);
    const { errors, data } = await service.ask(null, '{ __schema { types { name } } }');
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('headers keep browsers from embedding, guessing and running anything', async () => {
    const { headers } = await fetch(service.address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
