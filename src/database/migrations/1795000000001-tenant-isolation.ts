import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, isolateByTenant, type Grant } from '../isolation.js';

const GRANTS: Record<string, Grant> = {
  tenant_settings: 'SELECT, INSERT, UPDATE',
  users: 'SELECT, INSERT, UPDATE',
  api_keys: 'SELECT, INSERT, UPDATE',
  accounts: 'SELECT, INSERT, UPDATE',
  account_states: 'SELECT, INSERT',
  account_external_ids: 'SELECT, INSERT',
  people: 'SELECT, INSERT, UPDATE',
  stakeholders: 'SELECT, INSERT, UPDATE',
  stakeholder_states: 'SELECT, INSERT',
  stakeholder_external_ids: 'SELECT, INSERT, UPDATE',
  interactions: 'SELECT, INSERT',
  interaction_stakeholders: 'SELECT, INSERT',
  instruments: 'SELECT, INSERT',
  satisfaction_answers: 'SELECT, INSERT',
  assessments: 'SELECT, INSERT, UPDATE',
  assessment_changes: 'SELECT, INSERT',
  level_means: 'SELECT, INSERT',
  problems: 'SELECT, INSERT, UPDATE',
  problem_events: 'SELECT, INSERT',
  problem_reporters: 'SELECT, INSERT',
  knowledge_entries: 'SELECT, INSERT',
  knowledge_gaps: 'SELECT, INSERT, UPDATE, DELETE',
  decisions: 'SELECT, INSERT',
  team_members: 'SELECT, INSERT, UPDATE',
  counterparts: 'SELECT, INSERT, UPDATE, DELETE',
  commitments: 'SELECT, INSERT, UPDATE',
  commitment_recipients: 'SELECT, INSERT',
  flags: 'SELECT, INSERT, UPDATE',
  flag_events: 'SELECT, INSERT',
};

/** Row level security on every tenant table, and the one role the service connects as. */
export class TenantIsolation1795000000001 implements MigrationInterface {
  name = 'TenantIsolation1795000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DO $$ BEGIN CREATE ROLE ${APP_ROLE} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    for (const [table, grant] of Object.entries(GRANTS)) await isolateByTenant(runner, table, grant);
    await runner.query(
      `CREATE POLICY own_accounts ON accounts AS RESTRICTIVE
         USING (coalesce(current_setting('app.owner_id', true), '') = ''
                OR owner_id = nullif(current_setting('app.owner_id', true), '')::uuid)`,
    );
    await runner.query(`GRANT SELECT ON tenants TO ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY own_accounts ON accounts');
    for (const table of Object.keys(GRANTS)) {
      await runner.query(`DROP POLICY tenant_isolation ON ${table}`);
      await runner.query(`REVOKE ALL ON ${table} FROM ${APP_ROLE}`);
      await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    await runner.query(`REVOKE ALL ON tenants FROM ${APP_ROLE}`);
  }
}
