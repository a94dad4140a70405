import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, isolateByTenant } from '../isolation.js';

const STATEMENTS = [
  `CREATE TABLE "loyalty_events" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "account_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "occurred_on" date NOT NULL,
    "amount" numeric,
    "currency" text,
    "reason" text,
    "first_id" uuid NOT NULL,
    "supersedes_id" uuid,
    "withdrawn" boolean NOT NULL,
    "external_system" text,
    "external_id" text,
    "recorded_by_id" uuid,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "loyalty_events_withdrawn" CHECK (NOT withdrawn OR (supersedes_id IS NOT NULL AND reason IS NOT NULL)),
    CONSTRAINT "loyalty_events_first_telling" CHECK ((supersedes_id IS NULL) = (first_id = id)),
    CONSTRAINT "loyalty_events_amount" CHECK ((amount IS NULL) = (currency IS NULL) AND amount >= 0),
    CONSTRAINT "loyalty_events_kind" CHECK (kind IN ('RENEWED', 'EXPANDED', 'CONTRACTED', 'LOST', 'WON_BACK', 'REFERRED')),
    CONSTRAINT "PK_88146324fab5ed3d8764f1876ea" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE UNIQUE INDEX "loyalty_events_external" ON "loyalty_events" ("tenant_id", "external_system", "external_id") WHERE supersedes_id IS NULL`,
  `CREATE UNIQUE INDEX "loyalty_events_supersedes" ON "loyalty_events" ("tenant_id", "supersedes_id")`,
  `CREATE INDEX "loyalty_events_recorded_by" ON "loyalty_events" ("tenant_id", "recorded_by_id")`,
  `CREATE INDEX "loyalty_events_first" ON "loyalty_events" ("tenant_id", "first_id")`,
  `CREATE INDEX "loyalty_events_account" ON "loyalty_events" ("tenant_id", "account_id", "occurred_on", "id")`,
  `ALTER TABLE "loyalty_events" ADD CONSTRAINT "loyalty_events_account_fk" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "accounts"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "loyalty_events" ADD CONSTRAINT "loyalty_events_supersedes_fk" FOREIGN KEY ("tenant_id", "supersedes_id") REFERENCES "loyalty_events"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "loyalty_events" ADD CONSTRAINT "loyalty_events_recorded_by_fk" FOREIGN KEY ("tenant_id", "recorded_by_id") REFERENCES "users"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "accounts" ADD "lost_on" date`,
];

/** What accounts were seen to do, and since when an account is no longer with us. */
export class LoyaltyEvents1795000000003 implements MigrationInterface {
  name = 'LoyaltyEvents1795000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await isolateByTenant(runner, 'loyalty_events', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounts DROP COLUMN lost_on');
    await runner.query(`REVOKE ALL ON loyalty_events FROM ${APP_ROLE}`);
    await runner.query('DROP TABLE loyalty_events');
  }
}
