import { addPgTableCondition } from 'postgraphile/utils';

/** What the product's lists leave out, as conditions that a query may name: nothing of the kind comes by itself. */
export const conditions = [
  addPgTableCondition(
    { schemaName: 'public', tableName: 'assessments' },
    'segment',
    ({ graphql }) => ({ type: graphql.GraphQLString }),
    (segment, { sql, sqlTableAlias, sqlValueWithCodec, build }) =>
      segment === null
        ? null
        : sql`exists (select 1 from accounts a where a.tenant_id = ${sqlTableAlias}.tenant_id
            and a.id = ${sqlTableAlias}.account_id
            and a.segment = ${sqlValueWithCodec(segment, build.dataplanPg.TYPES.text)})`,
  ),
  addPgTableCondition(
    { schemaName: 'public', tableName: 'stakeholders' },
    'current',
    ({ graphql }) => ({ type: graphql.GraphQLBoolean }),
    (current, { sql, sqlTableAlias }) =>
      current ? sql`(${sqlTableAlias}.ended_on is null or ${sqlTableAlias}.ended_on >= current_date)` : null,
  ),
];
