import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, isolateByTenant } from '../isolation.js';

const STATEMENTS = [
  `CREATE TABLE "risk_calibrations" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "proposed_by_id" uuid,
    "method_version" text NOT NULL,
    "report" jsonb NOT NULL,
    CONSTRAINT "PK_5201976a6d831eba5f87a6da00d" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "risk_weights" (
    "tenant_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "factors" jsonb,
    "calibration_id" uuid,
    "in_force_from" TIMESTAMP WITH TIME ZONE NOT NULL,
    "by_id" uuid,
    "reason" text,
    CONSTRAINT "risk_weights_source" CHECK ((factors IS NULL) = (calibration_id IS NULL)),
    CONSTRAINT "risk_weights_number" CHECK (number > 0),
    CONSTRAINT "PK_18298569f4a3002d0c8bbbc6991" PRIMARY KEY ("tenant_id", "number")
  )`,
  `CREATE INDEX "risk_calibrations_by" ON "risk_calibrations" ("tenant_id", "proposed_by_id")`,
  `CREATE INDEX "risk_calibrations_proposed" ON "risk_calibrations" ("tenant_id", "proposed_at", "id")`,
  `CREATE INDEX "risk_weights_by" ON "risk_weights" ("tenant_id", "by_id")`,
  `CREATE INDEX "risk_weights_calibration" ON "risk_weights" ("tenant_id", "calibration_id")`,
  `ALTER TABLE "risk_calibrations" ADD CONSTRAINT "risk_calibrations_by_fk"
    FOREIGN KEY ("tenant_id", "proposed_by_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "risk_weights" ADD CONSTRAINT "risk_weights_calibration_fk"
    FOREIGN KEY ("tenant_id", "calibration_id") REFERENCES "risk_calibrations"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "risk_weights" ADD CONSTRAINT "risk_weights_by_fk"
    FOREIGN KEY ("tenant_id", "by_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
];

/** Weights proposed from what accounts did, and which weights were in force when. Both only grow. */
export class Calibration1795000000004 implements MigrationInterface {
  name = 'Calibration1795000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    for (const name of ['risk_calibrations', 'risk_weights'])
      await isolateByTenant(runner, name, 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['risk_weights', 'risk_calibrations']) {
      await runner.query(`REVOKE ALL ON ${name} FROM ${APP_ROLE}`);
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}
