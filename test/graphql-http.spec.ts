import { auditServer } from 'graphql-http';
import { TestService } from './service.js';

describe('GraphQL over HTTP', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());

  it('passes the audits of the GraphQL over HTTP specification without an error or a warning', async () => {
    const results = await auditServer({ url: service.address });
    const lapses = results.filter(({ status }) => status === 'error' || status === 'warn');
    expect(
      lapses.map((lapse) => `${lapse.id} ${lapse.name}: ${'reason' in lapse ? lapse.reason : ''}`),
    ).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(60);
  });
});
