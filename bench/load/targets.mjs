import { connected } from '../database/cluster.mjs';

/** Rows of one page of Q1 and Q3. */
export const PAGE = 50;

/** The page of Q3, or the last full one where there are fewer. */
const FAR_PAGE = 200;

/** So many lists, accounts or people take turns: enough that no cache holds the answers of one. */
const WHOLE_LISTS = 16;
const SEGMENT_LISTS = 8;
const MAPS = 400;
const WRITES = 100;

/** What the workloads ask for and write to, chosen from the data; the same for the same data. */
export function readTargets(adminUrl) {
  return connected(adminUrl, async (client) => ({
    lists: await readLists(client),
    farLists: await readFarLists(client),
    accounts: await readAccounts(client),
    writes: await readWrites(client),
  }));
}

/** Lists with at least one full page: two in three are of a whole tenant by standing, the others of one segment. */
async function readLists(client) {
  const { rows } = await client.query(
    `SELECT s.tenant_id AS tenant, s.standing, a.segment, count(*)::int AS size,
       row_number() OVER (PARTITION BY a.segment IS NULL
         ORDER BY md5(concat(s.tenant_id, s.standing, a.segment)))::int AS place
     FROM assessments s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
     GROUP BY GROUPING SETS ((s.tenant_id, s.standing), (s.tenant_id, s.standing, a.segment))
     HAVING count(*) > $1 ORDER BY place, a.segment NULLS FIRST`,
    [PAGE],
  );
  const filterOf = ({ standing, segment }) => ({ standing: [standing], ...(segment ? { segment } : {}) });
  const chosen = (ofSegment, count) =>
    rows.filter(({ segment }) => (segment !== null) === ofSegment).slice(0, count);
  const lists = [...chosen(false, WHOLE_LISTS), ...chosen(true, SEGMENT_LISTS)];
  return lists.map((row) => ({ tenant: row.tenant, filter: filterOf(row) }));
}

/** The two longest lists of those at risk and of those who are not, with the cursor that the far page begins after. */
async function readFarLists(client) {
  const { rows } = await client.query(
    `SELECT * FROM (
       SELECT tenant_id AS tenant, standing, count(*)::int AS size,
         row_number() OVER (PARTITION BY standing ORDER BY count(*) DESC, tenant_id) AS place
       FROM assessments WHERE standing IN ('AT_RISK', 'SAFE') GROUP BY tenant_id, standing) longest
     WHERE place <= 2 AND size >= $1`,
    [2 * PAGE],
  );
  const far = [];
  for (const { tenant, standing, size } of rows) {
    const page = Math.min(FAR_PAGE, Math.floor(size / PAGE));
    const after = await cursorBefore(client, tenant, standing, page);
    far.push({ tenant, filter: { standing: [standing] }, page, after });
  }
  return far;
}

async function cursorBefore(client, tenant, standing, page) {
  const { rows } = await client.query(
    `SELECT sort_value::text AS value, risk::text, account_id AS id FROM assessments
     WHERE tenant_id = $1 AND standing = $2 ORDER BY sort_value DESC, risk DESC, account_id DESC LIMIT 1 OFFSET $3`,
    [tenant, standing, (page - 1) * PAGE - 1],
  );
  const [{ value, risk, id }] = rows;
  return Buffer.from(JSON.stringify(['atRiskAccounts', value, risk, id])).toString('base64url');
}

/** Accounts of middling size, so that one account more or less does not move the result. */
async function readAccounts(client) {
  const { rows } = await client.query(
    `SELECT s.tenant_id AS tenant, s.account_id AS id FROM stakeholders s
     GROUP BY s.tenant_id, s.account_id HAVING count(*) BETWEEN 8 AND 14
     ORDER BY md5(s.account_id::text || s.tenant_id::text) LIMIT $1`,
    [MAPS],
  );
  return rows;
}

/** Accounts to write to, each with its first two people. */
async function readWrites(client) {
  const { rows } = await client.query(
    `SELECT s.tenant_id AS tenant, s.account_id AS account, (array_agg(s.id ORDER BY s.id))[1:2] AS people
     FROM stakeholders s WHERE s.ended_on IS NULL
     GROUP BY s.tenant_id, s.account_id HAVING count(*) BETWEEN 8 AND 14
     ORDER BY md5(s.account_id::text || s.tenant_id::text) LIMIT $1`,
    [WRITES],
  );
  return rows;
}
