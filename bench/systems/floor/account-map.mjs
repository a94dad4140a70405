import { instant, lastAnswer, reasons } from './json.mjs';

const STAKEHOLDERS = `(SELECT coalesce(json_agg(json_build_object(
    'id', s.id, 'fullName', s.full_name, 'title', s.title, 'level', s.level, 'roles', s.roles,
    'reportsTo', CASE WHEN s.reports_to_id IS NOT NULL THEN json_build_object('id', s.reports_to_id) END,
    'answers', json_build_object('nodes', ${lastAnswer('s')})) ORDER BY s.id), '[]')
  FROM (SELECT s.id, p.full_name, s.title, s.level, s.roles, s.reports_to_id FROM stakeholders s
        JOIN people p ON p.tenant_id = s.tenant_id AND p.id = s.person_id
        WHERE s.tenant_id = $1 AND s.account_id = a.id AND (s.ended_on IS NULL OR s.ended_on >= current_date)
        ORDER BY s.id LIMIT 100) s)`;

const PARTICIPANTS = `(SELECT coalesce(json_agg(json_build_object('id', x.stakeholder_id) ORDER BY x.stakeholder_id), '[]')
  FROM interaction_stakeholders x WHERE x.tenant_id = $1 AND x.interaction_id = i.id)`;

const INTERACTIONS = `(SELECT coalesce(json_agg(json_build_object(
    'id', i.id, 'channel', i.channel, 'occurredAt', ${instant('i.occurred_at')}, 'outcome', i.outcome,
    'notes', i.notes, 'loggedBy', CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END,
    'stakeholders', ${PARTICIPANTS}) ORDER BY i.occurred_at DESC, i.id DESC), '[]')
  FROM (SELECT * FROM interactions i WHERE i.tenant_id = $1 AND i.account_id = a.id
        ORDER BY i.occurred_at DESC, i.id DESC LIMIT 20) i
  LEFT JOIN users u ON u.tenant_id = i.tenant_id AND u.id = i.logged_by_id)`;

const PROBLEMS = `(SELECT coalesce(json_agg(json_build_object(
    'id', m.id, 'title', m.title, 'severity', m.severity, 'status', m.status,
    'occurredAt', ${instant('m.occurred_at')}, 'resolvedAt', ${instant('m.resolved_at')},
    'resolution', m.resolution) ORDER BY m.occurred_at DESC, m.id DESC), '[]')
  FROM (SELECT * FROM problems m WHERE m.tenant_id = $1 AND m.account_id = a.id
        ORDER BY m.occurred_at DESC, m.id DESC LIMIT 20) m)`;

const COUNTERPARTS = `(SELECT coalesce(json_agg(json_build_object('id', x.stakeholder_id) ORDER BY x.stakeholder_id), '[]')
  FROM counterparts x WHERE x.tenant_id = $1 AND x.member_id = t.id)`;

const TEAM = `(SELECT coalesce(json_agg(json_build_object(
    'id', t.id, 'ourFunction', t.function, 'leader', t.leader, 'since', t.since,
    'user', json_build_object('id', u.id, 'name', u.name, 'email', u.email),
    'counterparts', ${COUNTERPARTS}) ORDER BY t.leader DESC, t.since, t.id), '[]')
  FROM team_members t JOIN users u ON u.tenant_id = t.tenant_id AND u.id = t.user_id
  WHERE t.tenant_id = $1 AND t.account_id = a.id
    AND t.since <= current_date AND (t.until IS NULL OR t.until >= current_date))`;

const STATEMENT = `SELECT json_build_object('data', json_build_object('account', json_build_object(
    'id', a.id, 'name', a.name, 'structure', a.structure,
    'assessment', (SELECT json_build_object('standing', s.standing, 'risk', s.risk, 'reasons', ${reasons('s.reasons')})
                   FROM assessments s WHERE s.tenant_id = $1 AND s.account_id = a.id),
    'stakeholders', json_build_object('nodes', ${STAKEHOLDERS}),
    'interactions', json_build_object('nodes', ${INTERACTIONS}),
    'problems', json_build_object('nodes', ${PROBLEMS}),
    'team', ${TEAM})))::text AS answer
  FROM accounts a WHERE a.tenant_id = $1 AND a.id = $2`;

/** The statement and its values for the whole map of one account. */
export function accountMap(tenantId, { ref }) {
  return { text: STATEMENT, values: [tenantId, ref.id] };
}
