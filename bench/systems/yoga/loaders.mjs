import DataLoader from 'dataloader';

const SEAT = `s.id, s.title, s.level, s.roles, s.reports_to_id AS "reportsToId", p.full_name AS "fullName"`;
const SEATS = 'stakeholders s JOIN people p ON p.tenant_id = s.tenant_id AND p.id = s.person_id';
const CURRENT = '(s.ended_on IS NULL OR s.ended_on >= current_date)';

const ASSESSMENTS = `SELECT a.account_id AS key, a.standing, a.risk, a.amount_at_risk AS "amountAtRisk", a.currency,
    a.deciding_levels AS "decidingLevels", a.levels, a.divergence, a.reasons, a.assessed_at AS "assessedAt",
    a.method_version AS "methodVersion"
  FROM assessments a WHERE a.tenant_id = $1 AND a.account_id = ANY($2)`;

const SEATS_BY_ID = `SELECT s.id AS key, ${SEAT} FROM ${SEATS} WHERE s.tenant_id = $1 AND s.id = ANY($2)`;

const USERS =
  'SELECT u.id AS key, u.id, u.name, u.email FROM users u WHERE u.tenant_id = $1 AND u.id = ANY($2)';

const PARTICIPANTS = `SELECT x.interaction_id AS key, ${SEAT}
  FROM interaction_stakeholders x JOIN ${SEATS} ON s.tenant_id = x.tenant_id AND s.id = x.stakeholder_id
  WHERE x.tenant_id = $1 AND x.interaction_id = ANY($2) ORDER BY s.id`;

const COUNTERPARTS = `SELECT x.member_id AS key, ${SEAT}
  FROM counterparts x JOIN ${SEATS} ON s.tenant_id = x.tenant_id AND s.id = x.stakeholder_id
  WHERE x.tenant_id = $1 AND x.member_id = ANY($2) ORDER BY s.id`;

const TEAMS = `SELECT t.account_id AS key, t.id, t.function AS "ourFunction", t.leader, t.since::text, t.user_id AS "userId"
  FROM team_members t WHERE t.tenant_id = $1 AND t.account_id = ANY($2)
    AND t.since <= current_date AND (t.until IS NULL OR t.until >= current_date)
  ORDER BY t.leader DESC, t.since, t.id`;

/** So many rows of each parent's list, for all parents at once. */
const perParent = (columns, tables, conditions, order) =>
  `SELECT parent.id AS key, rows.* FROM unnest($2::uuid[]) AS parent(id)
   CROSS JOIN LATERAL (SELECT ${columns} FROM ${tables} WHERE ${conditions} ORDER BY ${order} LIMIT $3) AS rows`;

const SEATS_OF_ACCOUNT = perParent(
  SEAT,
  SEATS,
  `s.tenant_id = $1 AND s.account_id = parent.id AND ${CURRENT}`,
  's.id',
);
const ANSWERS = perParent(
  'r.id, r.instrument, r.score, r.choice, r.provenance, r.answered_at AS "answeredAt"',
  'satisfaction_answers r',
  'r.tenant_id = $1 AND r.stakeholder_id = parent.id',
  'r.answered_at DESC, r.id DESC',
);
const INTERACTIONS = perParent(
  'i.id, i.channel, i.occurred_at AS "occurredAt", i.outcome, i.notes, i.logged_by_id AS "loggedById"',
  'interactions i',
  'i.tenant_id = $1 AND i.account_id = parent.id',
  'i.occurred_at DESC, i.id DESC',
);
const PROBLEMS = perParent(
  'm.id, m.title, m.severity, m.status, m.occurred_at AS "occurredAt", m.resolved_at AS "resolvedAt", m.resolution',
  'problems m',
  'm.tenant_id = $1 AND m.account_id = parent.id',
  'm.occurred_at DESC, m.id DESC',
);

/** The loaders of one request: each collects what sibling fields ask for into one statement. */
export function makeLoaders(client, tenantId) {
  const rows = async (text, keys, ...more) => (await client.query(text, [tenantId, keys, ...more])).rows;
  const one = (text) =>
    new DataLoader(async (keys) => {
      const found = new Map((await rows(text, keys)).map((row) => [row.key, row]));
      return keys.map((key) => found.get(key) ?? null);
    });
  const many = (text, ...more) =>
    new DataLoader(async (keys) => {
      const groups = new Map(keys.map((key) => [key, []]));
      for (const row of await rows(text, keys, ...more)) groups.get(row.key).push(row);
      return keys.map((key) => groups.get(key));
    });
  const pages = (text) => {
    const bySize = new Map();
    return (size) => bySize.get(size) ?? bySize.set(size, many(text, size)).get(size);
  };
  return {
    assessment: one(ASSESSMENTS),
    seat: one(SEATS_BY_ID),
    user: one(USERS),
    team: many(TEAMS),
    participants: many(PARTICIPANTS),
    counterparts: many(COUNTERPARTS),
    seats: pages(SEATS_OF_ACCOUNT),
    answers: pages(ANSWERS),
    interactions: pages(INTERACTIONS),
    problems: pages(PROBLEMS),
  };
}
