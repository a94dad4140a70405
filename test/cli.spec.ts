import colours from 'picocolors';
import type { CliContext } from '../src/cli/cli-context.js';
import { serviceFor } from '../src/cli/operator.js';
import { runProgram } from '../src/cli/run-program.js';
import { columnsOf } from '../src/cli/views/text-table.js';
import { failureInWords } from '../src/app.failure.js';
import { TestService } from './service.js';

const NOW = '2026-11-20T09:00:00.000Z';
const ESCAPE = String.fromCharCode(27);

/** Northmere: content operations, unhappy management that decides. Kestrel: nobody was ever asked. */
const MAP = `mutation {
  upsertAccounts(accounts: [
    { external: { system: "t", id: "n" }, name: "Northmere Shipping", structure: HIERARCHICAL, segment: "Logistics",
      ownerEmail: "ines@supplier.example", annualValue: { amount: "640000.00", currency: "EUR" }, renewalOn: "2027-02-01" }
    { external: { system: "t", id: "k" }, name: "Kestrel Freight", structure: FLAT, segment: "Logistics" }
    { external: { system: "t", id: "e" }, name: "Evil\\u001b[2J Ltd" }
  ]) { results { error { message } } }
  upsertStakeholders(stakeholders: [
    { external: { system: "t", id: "m1" }, account: { external: { system: "t", id: "n" } }, fullName: "Vera Holm", level: MANAGEMENT,
      title: "Managing Director", roles: [DECISION_MAKER] }
    { external: { system: "t", id: "m2" }, account: { external: { system: "t", id: "n" } }, fullName: "Pavel Roth",
      title: "Chief Financial Officer", reportsTo: { external: { system: "t", id: "m1" } } }
    { external: { system: "t", id: "o1" }, account: { external: { system: "t", id: "n" } }, fullName: "Rana Oduya", level: OPERATIONS }
    { external: { system: "t", id: "o2" }, account: { external: { system: "t", id: "n" } }, fullName: "Nils Berg", level: OPERATIONS }
  ]) { results { error { message } } }
  recordSatisfaction(answers: [
    { stakeholder: { external: { system: "t", id: "m1" } }, instrument: "NPS", value: { number: 0 }, answeredAt: "2026-11-10T10:00:00Z" }
    { stakeholder: { external: { system: "t", id: "m2" } }, instrument: "NPS", value: { number: 1 }, answeredAt: "2026-11-10T10:00:00Z" }
    { stakeholder: { external: { system: "t", id: "o1" } }, instrument: "NPS", value: { number: 10 }, answeredAt: "2026-11-10T10:00:00Z" }
    { stakeholder: { external: { system: "t", id: "o2" } }, instrument: "NPS", value: { number: 10 }, answeredAt: "2026-11-10T10:00:00Z" }
  ]) { results { error { message } } }
}`;

describe('the command line', () => {
  let service: TestService;
  let context: CliContext;
  let key: string;

  interface Outcome {
    code: number;
    out: string;
    err: string;
  }

  const run = async (args: string, colourful = false): Promise<Outcome> => {
    const [out, err]: [string[], string[]] = [[], []];
    const terminal = {
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
      width: 80,
      paint: colours.createColors(colourful),
    };
    const code = await runProgram(args.split(' ').filter(Boolean), () => context, terminal, failureInWords);
    return { code, out: out.join('\n'), err: err.join('\n') };
  };

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock(NOW);
    const tenant = await service.createTenant();
    key = tenant.key;
    context = { withService: (work) => work(serviceFor(service.app, tenant.tenantId)) };
    await service.get(key, MAP);
  });
  afterAll(() => service.stop());

  it('prints exactly what the API answers when asked for JSON', async () => {
    const query = `query($id: ID!) { account(ref: { id: $id }) { name
      assessment { standing risk levels { level known heard score } divergence { grade gap } } } }`;
    const { out } = await run('account Northmere --json');
    const printed = JSON.parse(out) as { account: { id: string; assessment: Record<string, unknown> } };
    const answered = await service.get<{ account: { assessment: object } }>(key, query, {
      id: printed.account.id,
    });
    expect(printed.account).toMatchObject(answered.account);
    const atRisk = JSON.parse((await run('at-risk --json')).out) as { atRiskAccounts: object };
    expect(atRisk.atRiskAccounts).toMatchObject(
      (await service.get<{ atRiskAccounts: object }>(key, '{ atRiskAccounts { totalCount nodes { name } } }'))
        .atRiskAccounts,
    );
  });

  it('lists the accounts at risk with the sentences that say why', async () => {
    const { code, out } = await run('at-risk');
    expect(code).toBe(0);
    expect(out).toMatch(/^Northmere Shipping +at risk +EUR [\d,]+ +\d\d % +2027-02-01 +ines@/m);
    expect(out).toMatch(/^ {2}- Management \(2 of 2 heard\)/m);
    expect(out).toContain('At least 1 of 3 accounts is at risk; at most 3, because 2 are unknown.');
    expect(out).not.toContain('Kestrel');
  });

  it('narrows the list by owner, segment, reason, standing and renewal', async () => {
    expect(
      (await run('at-risk --owner INES@supplier.example --segment Logistics --reason levels-diverge')).out,
    ).toContain('Northmere');
    expect((await run('at-risk --renewal-before 2027-01-01')).out).toContain(
      'No account answers this description.',
    );
    const unknown = (await run('at-risk --standing unknown --first 1')).out;
    expect(unknown).not.toContain('Northmere');
    expect(unknown).toContain('1 more');
  });

  it('draws both levels of an account side by side, with what follows and who sits where', async () => {
    const { out } = await run('account northmere shipping');
    expect(out).toMatch(/AT RISK, risk \d\d %, EUR [\d,]+ at risk/);
    expect(out).toMatch(/^operations +2 of 2 +100 +\d+ to \d+ +– +2026-11-10 +–$/m);
    expect(out).toMatch(/^management \(decides\) +2 of 2 +5 /m);
    expect(out).toMatch(/^Next: /m);
    expect(out).toMatch(/^ *\d+ % {2}Management .*\[\d records\]/ms);
    expect(out.indexOf('Pavel Roth*')).toBeGreaterThan(out.indexOf('\nmanagement\n'));
    expect(out.indexOf('Nils Berg')).toBeGreaterThan(out.indexOf('\noperations\n'));
  });

  it('says that nobody was heard, and never paints the unknown green', async () => {
    const { out } = await run('account Kestrel', true);
    expect(out).toContain(`${ESCAPE}[35mUNKNOWN`);
    expect(out).toMatch(new RegExp(`\\${ESCAPE}\\[35m *0 of 0`));
    expect(out).not.toContain(`${ESCAPE}[32m`);
    const base = (await run('base', true)).out;
    expect(base).toMatch(new RegExp(`\\${ESCAPE}\\[35munknown`));
    expect(base).not.toContain(`${ESCAPE}[32munknown`);
  });

  it('counts the base, as a whole and by group, without percentages of a handful', async () => {
    const { out } = await run('base');
    expect(out).toMatch(/^at risk +1 +EUR 640,000/m);
    expect(out).toMatch(/^unknown +2 +– +2 without a value/m);
    expect(out).not.toMatch(/\(\d+ %\)/);
    expect((await run('base --by segment')).out).toMatch(/^Logistics +· +· +1 +1/m);
  });

  it('keeps every line of a table within 80 columns', async () => {
    for (const command of ['at-risk', 'account Northmere', 'base', 'base --by owner']) {
      const { out } = await run(command);
      expect(out.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
    }
  });

  it('does not let a name from a record speak to the terminal', async () => {
    const { out } = await run('account Evil');
    expect(out).toContain('Evil [2J Ltd');
    expect(out).not.toContain(ESCAPE);
  });

  it('names the candidates of an ambiguous name, and says plainly when there is none', async () => {
    const ambiguous = await run('account re');
    expect(ambiguous.code).toBe(1);
    expect(ambiguous.err).toMatch(/Several accounts fit "re"[^]*Kestrel Freight[^]*Northmere Shipping/);
    const none = await run('account Nirgendwo');
    expect(none).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('No account is called "Nirgendwo"') as string,
    });
  });

  it('makes keys that work, for integrations and for people, lists them without secrets, and revokes them', async () => {
    const made = await run('key create --name reporting --scopes read --expires 30');
    const me = '{ me { role scopes user { email } } }';
    expect(await service.get(made.out, me)).toEqual({ me: { role: null, scopes: ['read'], user: null } });
    const { out } = await run('key create --user Tom@supplier.example --role account-manager');
    expect(await service.get(out, me)).toMatchObject({
      me: { role: 'ACCOUNT_MANAGER', user: { email: 'tom@supplier.example' } },
    });
    const { keys } = JSON.parse((await run('key list --json')).out) as {
      keys: { id: string; name: string; expiresAt: string }[];
    };
    const reporting = keys.find(({ name }) => name === 'reporting');
    expect(reporting?.expiresAt).toBe('2026-12-20T09:00:00.000Z');
    expect(JSON.stringify(keys)).not.toContain('strata_');
    expect((await run(`key revoke ${reporting?.id}`)).code).toBe(0);
    expect((await service.ask(made.out, me)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await run(`key revoke ${reporting?.id}`)).code).toBe(1);
  });

  it('does not make a key for somebody unknown without a role', async () => {
    expect(await run('key create --user nobody@supplier.example')).toMatchObject({ code: 1, out: '' });
  });

  it('adds people and changes what is said of them', async () => {
    await run('user add Eva@supplier.example --name Eva --role sales-leader');
    const { out } = await run(
      'user add eva@supplier.example --name Eva --role admin --function sales --json',
    );
    expect(JSON.parse(out)).toMatchObject({
      user: { email: 'eva@supplier.example', role: 'ADMIN', function: 'SALES' },
    });
    expect((await run('user add not-an-address')).code).toBe(1);
  });

  it('prints the schema that integrators read', async () => {
    const { code, out } = await run('schema');
    expect(code).toBe(0);
    expect(out).toContain('atRiskAccounts(');
  });

  it.each([
    'nonsense',
    'at-risk --first many',
    'at-risk --standing fine',
    'at-risk --renewal-before soon',
    'account',
  ])('ends with 2 and a hint when "%s" is not understood', async (args) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: [^]*--help/);
  });

  it('explains itself with examples', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toMatch(
      /Usage: strata[^]*at-risk[^]*account[^]*base[^]*key[^]*Examples:[^]*npm run strata -- at-risk/,
    );
  });
});
