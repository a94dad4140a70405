import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, isolateByTenant } from '../isolation.js';

const STATEMENTS = [
  `CREATE TABLE "checklist_rounds" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "title" text NOT NULL,
    "opened_on" date NOT NULL,
    "opened_by_id" uuid,
    "closed_at" TIMESTAMP WITH TIME ZONE,
    "closed_by_id" uuid,
    "figures" jsonb,
    CONSTRAINT "checklist_rounds_closed" CHECK ((closed_at IS NULL) = (figures IS NULL)),
    CONSTRAINT "PK_7c543e0dc95b1bc52a2b5a86997" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "checklist_ratings" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "round_id" uuid NOT NULL,
    "statement" text NOT NULL,
    "rater_id" uuid NOT NULL,
    "rating" text NOT NULL,
    "rated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "checklist_ratings_rating" CHECK (rating IN ('NOT_AT_ALL', 'MINIMALLY', 'MODERATELY', 'SIGNIFICANTLY')),
    CONSTRAINT "PK_6b6595f42cf577cae1472cd197b" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE INDEX "checklist_rounds_day" ON "checklist_rounds" ("tenant_id", "opened_on", "id")`,
  `CREATE UNIQUE INDEX "checklist_rounds_open" ON "checklist_rounds" ("tenant_id") WHERE closed_at IS NULL`,
  `CREATE INDEX "checklist_ratings_round" ON "checklist_ratings" ("tenant_id", "round_id")`,
  `CREATE INDEX "checklist_ratings_rater" ON "checklist_ratings" ("tenant_id", "rater_id")`,
  `ALTER TABLE "checklist_rounds" ADD CONSTRAINT "checklist_rounds_opened_by_fk"
    FOREIGN KEY ("tenant_id", "opened_by_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "checklist_rounds" ADD CONSTRAINT "checklist_rounds_closed_by_fk"
    FOREIGN KEY ("tenant_id", "closed_by_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "checklist_ratings" ADD CONSTRAINT "checklist_ratings_round_fk"
    FOREIGN KEY ("tenant_id", "round_id") REFERENCES "checklist_rounds"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "checklist_ratings" ADD CONSTRAINT "checklist_ratings_rater_fk"
    FOREIGN KEY ("tenant_id", "rater_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
];

/** The rounds of the checklist for success and the ratings our people give, which are never rewritten. */
export class Checklist1795000000005 implements MigrationInterface {
  name = 'Checklist1795000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await isolateByTenant(runner, 'checklist_rounds', 'SELECT, INSERT, UPDATE');
    await isolateByTenant(runner, 'checklist_ratings', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['checklist_ratings', 'checklist_rounds']) {
      await runner.query(`REVOKE ALL ON ${name} FROM ${APP_ROLE}`);
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}
