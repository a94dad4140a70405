import { CopyTable } from './copy-table.mjs';

/** The tables that are filled, and the columns of each in the order in which rows are given. */
const COLUMNS = {
  users: 'tenant_id id email name function role created_at',
  api_keys: 'tenant_id id name secret_hash scopes created_at',
  accounts:
    'tenant_id id name kind structure structure_basis structure_stated_by segment annual_amount annual_currency renewal_on owner_id version created_at updated_at',
  account_external_ids: 'tenant_id system external_id account_id',
  account_states:
    'tenant_id id account_id recorded_at structure structure_basis annual_amount annual_currency',
  assessments:
    'tenant_id account_id standing risk sort_value deciding_levels levels divergence reasons reason_codes assessed_at method_version',
  people: 'tenant_id id full_name email created_at',
  stakeholders:
    'tenant_id id account_id person_id title level level_basis level_stated_by level_signals roles reports_to_id started_on ended_on version created_at updated_at',
  stakeholder_states:
    'tenant_id id stakeholder_id recorded_at title level level_basis roles reports_to_id started_on ended_on',
  stakeholder_external_ids: 'tenant_id system external_id stakeholder_id',
  satisfaction_answers:
    'tenant_id id account_id stakeholder_id instrument measure score choice items provenance solicited answered_at comment recorded_at',
  interactions:
    'tenant_id id account_id channel occurred_at notes outcome our_function logged_by_id recorded_at',
  interaction_stakeholders: 'tenant_id interaction_id stakeholder_id',
  problems:
    'tenant_id id account_id title description severity status occurred_at resolved_at resolution version recorded_at',
  problem_events: 'tenant_id id problem_id status at reason by_id recorded_at',
  problem_reporters: 'tenant_id problem_id stakeholder_id',
  knowledge_entries: 'tenant_id id problem_id stakeholder_id knowledge at told_by_id recorded_at',
  commitments:
    'tenant_id id account_id promise due_on owner_id settled settled_at made_at recorded_at settlement_recorded_at',
  commitment_recipients: 'tenant_id commitment_id stakeholder_id',
  decisions: 'tenant_id id account_id subject decided_on decided_by_id level approvals recorded_at',
  team_members: 'tenant_id id account_id user_id function leader since recorded_at',
  counterparts: 'tenant_id member_id stakeholder_id recorded_at',
};

/** All tables at once, because one account makes rows for nearly each of them. */
export class Tables {
  #open;

  constructor(open) {
    this.#open = open;
  }

  /** Opens a COPY into every table. */
  static async open(url) {
    const entries = Object.entries(COLUMNS).map(async ([name, columns]) => [
      name,
      await CopyTable.open(url, name, columns.split(' ')),
    ]);
    return new Tables(Object.fromEntries(await Promise.all(entries)));
  }

  /** Takes one row of a table. */
  add(name, ...values) {
    this.#open[name].add(values);
  }

  /** Waits where PostgreSQL is behind. */
  async relieve() {
    for (const table of Object.values(this.#open)) await table.relieve();
  }

  /** Confirms everything. Returns how many rows each table got. */
  async close() {
    await Promise.all(Object.values(this.#open).map((table) => table.close()));
    return Object.fromEntries(Object.entries(this.#open).map(([name, { rows }]) => [name, rows]));
  }
}
