/** An instant as the API prints it. */
export const instant = (column) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An amount of money as the API prints it; null where there is none. */
export const money = (amount, currency) =>
  `CASE WHEN ${amount} IS NOT NULL THEN json_build_object('amount', ${amount}::text, 'currency', ${currency}) END`;

/** The reasons of an assessment without what proves them. */
export const reasons = (column) => `(SELECT coalesce(json_agg(json_build_object(
    'code', r->'code', 'weight', r->'weight', 'summary', r->'summary')), '[]')
  FROM jsonb_array_elements(${column}) AS r)`;

/** The last answer of the stakeholder that `seat` names, as a list of at most one. */
export const lastAnswer = (seat) => `(SELECT coalesce(json_agg(json_build_object(
    'id', r.id, 'instrument', r.instrument, 'score', r.score, 'choice', r.choice,
    'provenance', r.provenance, 'answeredAt', ${instant('r.answered_at')})), '[]')
  FROM (SELECT * FROM satisfaction_answers r
        WHERE r.tenant_id = $1 AND r.stakeholder_id = ${seat}.id
        ORDER BY r.answered_at DESC, r.id DESC LIMIT 1) r)`;
