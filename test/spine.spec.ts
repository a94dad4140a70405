import { TestService } from './service.js';

describe('the spine', () => {
  let service: TestService;
  let key: string;

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock('2026-11-20T09:00:00.000Z');
    ({ key } = await service.createTenant());
  });
  afterAll(() => service.stop());

  it('answers who is calling', async () => {
    const { me } = await service.get<{ me: unknown }>(key, '{ me { tenant role scopes user { id } } }');
    expect(me).toMatchObject({ role: null, user: null, scopes: ['read', 'write', 'admin'] });
  });

  it('works', async () => {
    const a = await service.get<any>(key, `mutation { upsertAccounts(accounts: [
      {external: {system: "t", id: "1"}, name: "Acme", structure: HIERARCHICAL, annualValue: {amount: "1000.50", currency: "EUR"}, ownerEmail: "a@b.co"},
      {external: {system: "t", id: "2"}, name: "Beta", parent: {external: {system: "t", id: "1"}}}, {name: ""}]) {
      results { index status error { code message path } account { id name version annualValue { amount currency } owner { email } parent { name } externalIds { system id } assessment { standing risk reasons { code summary } } } } } }`);
    console.log(JSON.stringify(a, null, 1));
    const b = await service.get<any>(key, `mutation { upsertStakeholders(stakeholders: [
      {external: {system: "t", id: "c1"}, account: {external: {system: "t", id: "1"}}, fullName: "Ann", title: "CEO", email: "ann@acme.test"},
      {external: {system: "t", id: "c2"}, account: {external: {system: "t", id: "1"}}, fullName: "Bo", title: "Technician", reportsTo: {external: {system: "t", id: "c1"}}}]) {
      results { index status error { code message path } stakeholder { id fullName level levelBasis reportsTo { fullName } account { name assessment { levels { level known } } } } } } }`);
    console.log(JSON.stringify(b, null, 1));
    const c = await service.get<any>(key, `mutation { recordSatisfaction(answers: [
      {stakeholder: {external: {system: "t", id: "c1"}}, instrument: "NPS", value: {number: 1}, answeredAt: "2026-11-10T10:00:00+01:00"},
      {stakeholder: {external: {system: "t", id: "c2"}}, instrument: "NPS", value: {number: 11}, answeredAt: "2026-11-10T10:00:00+01:00"},
      {stakeholder: {external: {system: "t", id: "c2"}}, instrument: "NPS", value: {number: 10}, answeredAt: "2026-11-10T10:00:00+01:00"}]) {
      results { index status error { code message path } answer { id score level answeredAt supersededBy { id } } } }
      logInteraction(input: {account: {external: {system: "t", id: "1"}}, stakeholders: [{external: {system: "t", id: "c1"}}], channel: CALL, occurredAt: "2026-11-11T10:00:00Z"}) { interaction { id stakeholders { fullName } } account { assessment { standing risk divergence { grade gap nextAction} levels { level heard score} reasons { code summary evidence { kind id}} valueAtRisk { amount } } } } }`);
    console.log(JSON.stringify(c, null, 1));
    const d = await service.get<any>(key, `{ atRiskAccounts(filter: {standing: [AT_RISK, UNKNOWN]}) { totalCount nodes { name assessment { standing } stakeholders(first: 1) { totalCount nodes { fullName answers { nodes { score } } } pageInfo { hasNextPage endCursor } } assessmentHistory { totalCount nodes { standing assessedAt } } } } baseAtRisk { standings { standing accounts value { amount } } atLeast atMost valueAtLeast } }`);
    console.log(JSON.stringify(d, null, 1));
  });
});
