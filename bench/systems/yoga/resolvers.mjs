import { GraphQLScalarType } from 'graphql';

const ACCOUNT = `a.id, a.name, a.segment, a.structure, a.renewal_on::text AS "renewalOn", a.annual_amount AS "annualAmount",
  a.annual_currency AS "annualCurrency"`;

const instant = (value) => (value instanceof Date ? value.toISOString() : value);
const money = (amount, currency) => (amount === null ? null : { amount, currency });
const page = (nodes) => ({ nodes });

/** The resolvers as one writes them by hand: a query per root, a loader per relation. */
export const resolvers = {
  DateTime: new GraphQLScalarType({ name: 'DateTime', serialize: instant }),
  Date: new GraphQLScalarType({ name: 'Date', serialize: String }),
  Query: {
    atRiskAccounts: (_, args, context) => listAtRisk(args, context),
    account: async (_, { ref }, { client, tenantId }) => {
      const statement = `SELECT ${ACCOUNT} FROM accounts a WHERE a.tenant_id = $1 AND a.id = $2`;
      return (await client.query(statement, [tenantId, ref.id])).rows[0] ?? null;
    },
  },
  Account: {
    annualValue: ({ annualAmount, annualCurrency }) => money(annualAmount, annualCurrency),
    assessment: ({ id }, _, { loaders }) => loaders.assessment.load(id),
    stakeholders: async ({ id }, { first }, { loaders }) => page(await loaders.seats(first).load(id)),
    interactions: async ({ id }, { first }, { loaders }) => page(await loaders.interactions(first).load(id)),
    problems: async ({ id }, { first }, { loaders }) => page(await loaders.problems(first).load(id)),
    team: ({ id }, _, { loaders }) => loaders.team.load(id),
  },
  Assessment: {
    valueAtRisk: ({ amountAtRisk, currency }) => money(amountAtRisk, currency),
  },
  Stakeholder: {
    reportsTo: ({ reportsToId }, _, { loaders }) => (reportsToId ? loaders.seat.load(reportsToId) : null),
    answers: async ({ id }, { first }, { loaders }) => page(await loaders.answers(first).load(id)),
  },
  Interaction: {
    loggedBy: ({ loggedById }, _, { loaders }) => (loggedById ? loaders.user.load(loggedById) : null),
    stakeholders: ({ id }, _, { loaders }) => loaders.participants.load(id),
  },
  TeamMember: {
    user: ({ userId }, _, { loaders }) => loaders.user.load(userId),
    counterparts: ({ id }, _, { loaders }) => loaders.counterparts.load(id),
  },
};

async function listAtRisk({ first, after, filter }, { client, tenantId }) {
  const values = [tenantId, filter.standing, first + 1];
  const conditions = ["s.tenant_id = $1 AND s.standing = ANY($2) AND a.kind = 'CUSTOMER'"];
  if (filter.segment) conditions.push(`a.segment = $${values.push(filter.segment)}`);
  if (after) {
    const [, value, risk, id] = JSON.parse(Buffer.from(after, 'base64url').toString());
    const key = [
      `$${values.push(value)}::float8`,
      `$${values.push(risk)}::float8`,
      `$${values.push(id)}::uuid`,
    ];
    conditions.push(`(s.sort_value, s.risk, s.account_id) < (${key.join(', ')})`);
  }
  const { rows } = await client.query(
    `SELECT ${ACCOUNT}, s.sort_value AS "sortValue", s.risk
     FROM assessments s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
     WHERE ${conditions.join(' AND ')} ORDER BY s.sort_value DESC, s.risk DESC, s.account_id DESC LIMIT $3`,
    values,
  );
  const nodes = rows.slice(0, first);
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: cursorOf(nodes.at(-1)) } };
}

function cursorOf(row) {
  if (!row) return null;
  return Buffer.from(
    JSON.stringify(['atRiskAccounts', String(row.sortValue), String(row.risk), row.id]),
  ).toString('base64url');
}
