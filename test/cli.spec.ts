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

  it('shows what an account did, without what was taken back, and since when it is lost', async () => {
    const { upsertAccounts } = await service.get<{
      upsertAccounts: { results: { account: { id: string } }[] };
    }>(
      key,
      'mutation { upsertAccounts(accounts: [{ name: "Harbour Ropes" }]) { results { account { id } } } }',
    );
    const id = upsertAccounts.results[0]?.account.id;
    expect((await run(`account ${id}`)).out).toContain(
      'No renewal, loss or other loyalty event is recorded.',
    );
    const { recordLoyaltyEvents } = await service.get<{
      recordLoyaltyEvents: { results: { event: { id: string } }[] };
    }>(
      key,
      `mutation ($id: ID!) { recordLoyaltyEvents(events: [
        { account: { id: $id }, kind: RENEWED, occurredOn: "2025-10-31", amount: { amount: "1200", currency: "EUR" } }
        { account: { id: $id }, kind: EXPANDED, occurredOn: "2026-02-01" }
        { account: { id: $id }, kind: LOST, occurredOn: "2026-10-31", reason: "Price" }
      ]) { results { event { id } } } }`,
      { id },
    );
    await service.get(key, 'mutation ($id: ID!) { withdrawLoyaltyEvent(id: $id, reason: "A slip") { id } }', {
      id: recordLoyaltyEvents.results[1]?.event.id,
    });
    const { out } = await run(`account ${id}`);
    expect(out).toContain('lost on 2026-10-31');
    expect(out).toMatch(/^lost +2026-10-31 +– +Price$/m);
    expect(out).toMatch(/^renewed +2025-10-31 +EUR 1,200/m);
    expect(out).not.toContain('expanded');
    await service.get(
      key,
      'mutation ($id: ID!) { upsertAccounts(accounts: [{ id: $id, kind: INTERNAL }]) { results { status } } }',
      { id },
    );
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

  describe('on what went wrong', () => {
    const ref = (id: string): object => ({ external: { system: 't', id } });
    interface FlagsPrinted {
      flags: { nodes: { id: string; code: string; status: string }[] };
    }
    const flagIds = async (): Promise<Map<string, string>> => {
      const { flags } = JSON.parse((await run('flags --json --first 100')).out) as FlagsPrinted;
      return new Map(flags.nodes.map(({ code, id }) => [code, id]));
    };

    beforeAll(async () => {
      await service.get(
        key,
        `mutation ($account: RefInput!, $o1: RefInput!, $o2: RefInput!, $m1: RefInput!, $lost: RefInput!) {
          late: reportProblem(input: { external: { system: "t", id: "lost" }, account: $account, title: "Containers get lost",
            severity: HIGH, occurredAt: "2026-10-01T08:00:00Z", reportedBy: [$o1] }) { problem { id } }
          cold: reportProblem(input: { account: $account, title: "Cold store too warm", severity: LOW,
            occurredAt: "2026-11-02T08:00:00Z", reportedBy: [$o1, $o2] }) { problem { id } }
          told: recordKnowledge(input: { problem: $lost, stakeholders: [$m1], knowledge: TOLD_OF_PROBLEM, at: "2026-10-05T08:00:00Z" }) {
            problem { id } }
          solved: resolveProblem(problem: $lost, resolvedAt: "2026-10-20T08:00:00Z", resolution: "Seals") { problem { id } }
          confirmed: recordKnowledge(input: { problem: $lost, stakeholders: [$o1], knowledge: CONFIRMED_SOLVED, at: "2026-10-21T08:00:00Z" }) {
            problem { id } }
          promise: makeCommitment(input: { account: $account, madeTo: [$m1], promise: "Send the figures", dueOn: "2026-11-01",
            madeAt: "2026-10-20T08:00:00Z", ownerEmail: "ines@supplier.example" }) { id }
          assignTeamMember(input: { account: $account, userEmail: "ines@supplier.example", ourFunction: SALES, leader: true,
            counterparts: [$m1] }) { id }
        }`,
        { account: ref('n'), o1: ref('o1'), o2: ref('o2'), m1: ref('m1'), lost: ref('lost') },
      );
    });

    it('lists who was never told of a solution, since when, and whom to tell', async () => {
      const { code, out } = await run('gaps');
      expect(code).toBe(0);
      expect(out).toMatch(/^Northmere.* +Containers get.* +management +2026-10-20 +Vera Holm$/m);
      expect(out).toContain('- Tell Vera Holm in management today that "Containers get lost" is solved.');
      expect((await run('gaps --account Northmere')).out).toBe(out);
      expect((await run('gaps --account Kestrel')).out).toContain('Everybody who knows');
      const { knowledgeGaps } = JSON.parse((await run('gaps --json')).out) as { knowledgeGaps: object };
      expect(knowledgeGaps).toMatchObject({ totalCount: 1, nodes: [{ level: 'MANAGEMENT' }] });
      expect((await run('gaps --account Nirgendwo')).code).toBe(1);
    });

    it('shows in the map of the account what stands open, who knows, what we owe and who of ours is there', async () => {
      const { out } = await run('account Northmere');
      expect(out).toMatch(/^Cold store too warm +low +2026-11-02 +2 of 2 know +0 of 2 know$/m);
      expect(out).toContain('  not told: Vera Holm, Pavel Roth');
      expect(out).toMatch(/^Untold since 2026-10-20: Tell Vera Holm in management/m);
      expect(out).toContain('Promises: 0 open, 0 kept, 0 kept late, 1 broken or overdue, 0 renegotiated.');
      expect(out).toMatch(/^Send the figures +2026-11-01 overdue +Vera Holm +ines@/m);
      expect(out).toMatch(/^ines@supplier.example \(leads\) +sales +Vera Holm$/m);
      expect(out).toContain('  - Nobody is there for service.');
      expect(out).toContain('  - Nobody looks after Pavel Roth (management).');
      expect(out).toMatch(/^resolution untold +open +opened on 2026-11-20$/m);
    });

    it('lists flags across the base, by owner, reason, state and account', async () => {
      const { out } = await run('flags --owner INES@supplier.example --code promise-broken,problem-open');
      expect(out).toMatch(/^Northmere Shipping +promise broken +open +2026-11-20$/m);
      expect(out).toMatch(/^ {2}- "Cold store too warm" \(low\) has stood open/m);
      expect(out).not.toContain('resolution untold');
      expect((await run('flags --account Northmere --status open')).out).toContain('resolution untold');
      expect((await run('flags --status snoozed')).out).toBe('No flag answers this description.');
      expect(await run('flags --account Northmere --owner x@y.example')).toMatchObject({ code: 2, out: '' });
    });

    it('takes note of a flag, lets it rest, closes it and opens it again, and keeps each step', async () => {
      const id = (await flagIds()).get('PROMISE_BROKEN') ?? '';
      expect((await run(`flag ack ${id}`)).out).toMatch(
        /Northmere.*acknowledged[^]*Last acknowledged on 2026-11-20/,
      );
      expect((await run(`flag snooze ${id} --until 2026-12-01`)).out).toMatch(
        /snoozed +2026-11-20 +2026-12-01/,
      );
      expect((await run(`flag close ${id} --reason Agreed`)).out).toContain(
        'Last closed on 2026-11-20: "Agreed"',
      );
      expect([...(await flagIds()).keys()]).not.toContain('PROMISE_BROKEN');
      const answer = JSON.parse((await run(`flag reopen ${id} --json`)).out) as object;
      expect(answer).toMatchObject({ reopenFlag: { flag: { id, status: 'OPEN' } } });
      const steps = await service.get<{ flags: { nodes: { history: { step: string }[] }[] } }>(
        key,
        '{ flags(codes: [PROMISE_BROKEN]) { nodes { history { step } } } }',
      );
      expect(steps.flags.nodes[0]?.history.map(({ step }) => step)).toEqual([
        'OPENED',
        'ACKNOWLEDGED',
        'SNOOZED',
        'CLOSED',
        'REOPENED',
      ]);
    });

    it('changes nothing about a flag when it may not be so, and says why', async () => {
      const id = (await flagIds()).get('PROMISE_BROKEN') ?? '';
      expect(await run(`flag snooze ${id} --until 2026-11-20`)).toMatchObject({
        code: 1,
        err: 'A flag rests until a day that is still to come.',
      });
      expect(await run(`flag reopen ${id}`)).toMatchObject({ code: 1, err: 'The flag is not closed.' });
      expect((await run('flag ack 00000000-0000-7000-8000-000000000000')).code).toBe(1);
      expect((await run('flag ack nonsense')).code).toBe(1);
      expect((await run(`flag snooze ${id}`)).code).toBe(2);
      expect((await run(`flag close ${id}`)).code).toBe(2);
    });

    it('keeps every line of these within 80 columns, ids and all', async () => {
      for (const command of ['gaps', 'flags', 'account Northmere']) {
        const { out } = await run(command);
        expect(out.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
      }
    });
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
