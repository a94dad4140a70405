import { instant, lastAnswer, money, reasons } from './json.mjs';

/** Ten stakeholders of the account `a`, each with their last answer. */
const STAKEHOLDERS = `(SELECT coalesce(json_agg(json_build_object(
    'id', s.id, 'fullName', s.full_name, 'title', s.title, 'level', s.level, 'roles', s.roles,
    'answers', json_build_object('nodes', ${lastAnswer('s')})) ORDER BY s.id), '[]')
  FROM (SELECT s.id, p.full_name, s.title, s.level, s.roles FROM stakeholders s
        JOIN people p ON p.tenant_id = s.tenant_id AND p.id = s.person_id
        WHERE s.tenant_id = $1 AND s.account_id = a.id AND (s.ended_on IS NULL OR s.ended_on >= current_date)
        ORDER BY s.id LIMIT 10) s)`;

const ASSESSMENT = `json_build_object(
    'standing', a.standing, 'risk', a.risk, 'decidingLevels', a.deciding_levels,
    'assessedAt', ${instant('a.assessed_at')}, 'methodVersion', a.method_version,
    'valueAtRisk', ${money('a.amount_at_risk', 'a.currency')},
    'levels', a.levels, 'divergence', a.divergence, 'reasons', ${reasons('a.reasons')})`;

const NODE = `json_build_object(
    'id', a.id, 'name', a.name, 'segment', a.segment, 'structure', a.structure, 'renewalOn', a.renewal_on,
    'annualValue', ${money('a.annual_amount', 'a.annual_currency')},
    'assessment', ${ASSESSMENT}, 'stakeholders', json_build_object('nodes', ${STAKEHOLDERS}))`;

/** The cursor as the API writes it: base64url of the list's name and the row's place. */
const CURSOR = `rtrim(translate(encode(convert_to(concat('["atRiskAccounts","', a.sort_value, '","', a.risk, '","', a.id, '"]'),
    'UTF8'), 'base64'), E'+/\\n', '-_'), '=')`;

/** One statement for the whole answer. `conditions` are further ones, on the account `c` and the assessment `s`. */
function statement(conditions) {
  return `WITH page AS (
      SELECT s.*, c.id, c.name, c.segment, c.structure, c.renewal_on, c.annual_amount, c.annual_currency,
        row_number() OVER (ORDER BY s.sort_value DESC, s.risk DESC, s.account_id DESC) AS place
      FROM assessments s JOIN accounts c ON c.tenant_id = s.tenant_id AND c.id = s.account_id
      WHERE s.tenant_id = $1 AND s.standing = $2 AND c.kind = 'CUSTOMER' ${conditions}
      ORDER BY s.sort_value DESC, s.risk DESC, s.account_id DESC LIMIT $3 + 1)
    SELECT json_build_object('data', json_build_object('atRiskAccounts', json_build_object(
      'nodes', (SELECT coalesce(json_agg(${NODE} ORDER BY a.place), '[]') FROM page a WHERE a.place <= $3),
      'pageInfo', json_build_object('hasNextPage', (SELECT count(*) > $3 FROM page),
        'endCursor', (SELECT ${CURSOR} FROM page a WHERE a.place <= $3 ORDER BY a.place DESC LIMIT 1)))))::text AS answer`;
}

/** The statement and its values for a page of accounts at risk. */
export function atRisk(tenantId, { first, after, filter }) {
  const values = [tenantId, filter.standing[0], first];
  const conditions = [];
  if (filter.segment) conditions.push(`AND c.segment = $${values.push(filter.segment)}`);
  if (after) {
    const [, value, risk, id] = JSON.parse(Buffer.from(after, 'base64url').toString());
    const key = [
      `$${values.push(value)}::float8`,
      `$${values.push(risk)}::float8`,
      `$${values.push(id)}::uuid`,
    ];
    conditions.push(`AND (s.sort_value, s.risk, s.account_id) < (${key.join(', ')})`);
  }
  return { text: statement(conditions.join(' ')), values };
}
