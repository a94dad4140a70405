import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, isolateByTenant } from '../isolation.js';

const STATEMENTS = [
  `CREATE TABLE "waiting_accounts" (
    "tenant_id" uuid NOT NULL,
    "account_id" uuid NOT NULL,
    "since" TIMESTAMP WITH TIME ZONE NOT NULL,
    "standing_before" text,
    CONSTRAINT "PK_3629c67a5e8c34f6ca91871c5be" PRIMARY KEY ("tenant_id", "account_id")
  )`,
  `ALTER TABLE "waiting_accounts" ADD CONSTRAINT "waiting_accounts_account_fk"
    FOREIGN KEY ("tenant_id", "account_id") REFERENCES "accounts"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION`,
];

/** The accounts that an import wrote about and that wait to be judged. */
export class WaitingAccounts1795000000008 implements MigrationInterface {
  name = 'WaitingAccounts1795000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await isolateByTenant(runner, 'waiting_accounts', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE ALL ON waiting_accounts FROM ${APP_ROLE}`);
    await runner.query('DROP TABLE waiting_accounts');
  }
}
