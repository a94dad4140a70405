import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, isolateByTenant } from '../isolation.js';

const TABLES = [
  `CREATE TABLE "insights" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "account_id" uuid,
    "segment" text,
    "our_function" text NOT NULL,
    "statement" text NOT NULL,
    "interaction_id" uuid,
    "learned_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "recorded_by_id" uuid,
    "external_system" text,
    "external_id" text,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "insights_about" CHECK ((account_id IS NULL) <> (segment IS NULL)),
    CONSTRAINT "insights_function" CHECK (our_function IN ('SALES', 'SERVICE', 'FIELD', 'SUPPORT', 'ENGINEERING', 'FINANCE', 'LOGISTICS', 'MARKETING', 'MANAGEMENT', 'OTHER')),
    CONSTRAINT "PK_ee32c75bf8798487f2a4eb1cf48" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "insight_sources" (
    "tenant_id" uuid NOT NULL,
    "insight_id" uuid NOT NULL,
    "stakeholder_id" uuid NOT NULL,
    CONSTRAINT "PK_ae36e0c5d03c5d3f9be3fe4d04e" PRIMARY KEY ("tenant_id", "insight_id", "stakeholder_id")
  )`,
  `CREATE TABLE "benchmarks" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "segment" text NOT NULL,
    "instrument" text NOT NULL,
    "number" integer NOT NULL,
    "figures" jsonb NOT NULL,
    "voices" jsonb NOT NULL,
    "published_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "PK_10c05701f66f8f79aa104b28e64" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "teachings" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "account_id" uuid NOT NULL,
    "topic" text NOT NULL,
    "benchmark_id" uuid,
    "own_place" jsonb,
    "our_function" text,
    "response" text,
    "taught_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "recorded_by_id" uuid,
    "external_system" text,
    "external_id" text,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "teachings_response" CHECK (response IN ('TOWARD_PARTNERSHIP', 'NEUTRAL', 'TOWARD_DISCONNECTION')),
    CONSTRAINT "teachings_function" CHECK (our_function IN ('SALES', 'SERVICE', 'FIELD', 'SUPPORT', 'ENGINEERING', 'FINANCE', 'LOGISTICS', 'MARKETING', 'MANAGEMENT', 'OTHER')),
    CONSTRAINT "PK_7fd3eb0168e3fe847563e74e2cc" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "teaching_participants" (
    "tenant_id" uuid NOT NULL,
    "teaching_id" uuid NOT NULL,
    "stakeholder_id" uuid NOT NULL,
    CONSTRAINT "PK_149c9b6b6aaa01f0e8bd596bf07" PRIMARY KEY ("tenant_id", "teaching_id", "stakeholder_id")
  )`,
  `CREATE TABLE "kits" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "title" text NOT NULL,
    "version" text NOT NULL,
    "description" text,
    "links" jsonb NOT NULL,
    "level" text,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "kits_level" CHECK (level IN ('OPERATIONS', 'MANAGEMENT', 'UNKNOWN')),
    CONSTRAINT "PK_efc6747bbc9686d658d27a0b582" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "equipments" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "stakeholder_id" uuid NOT NULL,
    "kit_id" uuid NOT NULL,
    "equipped_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "recorded_by_id" uuid,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "PK_00255f8745b7c554f3689979ce1" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "amplifications" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "account_id" uuid NOT NULL,
    "advocate_id" uuid NOT NULL,
    "message" text NOT NULL,
    "kit_id" uuid,
    "setting" text,
    "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "overridden" text array NOT NULL,
    "override_reason" text,
    "recorded_by_id" uuid,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "amplifications_override" CHECK ((cardinality(overridden) > 0) = (override_reason IS NOT NULL)),
    CONSTRAINT "amplifications_setting" CHECK (setting IN ('MEETING', 'CALL', 'EMAIL', 'VISIT', 'MESSAGE', 'EVENT', 'TICKET', 'OTHER')),
    CONSTRAINT "PK_702f847bb50ae152ec774861fcd" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "hearers" (
    "tenant_id" uuid NOT NULL,
    "amplification_id" uuid NOT NULL,
    "stakeholder_id" uuid NOT NULL,
    "outcome" text NOT NULL,
    CONSTRAINT "hearers_outcome" CHECK (outcome IN ('IN_FAVOUR', 'NO_CHANGE', 'AGAINST', 'UNKNOWN')),
    CONSTRAINT "PK_12db8ef1576a7d5b389c7e08da8" PRIMARY KEY ("tenant_id", "amplification_id", "stakeholder_id")
  )`,
  `CREATE TABLE "asks" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "stakeholder_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "note" text,
    "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "overridden" text array NOT NULL,
    "override_reason" text,
    "recorded_by_id" uuid,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "asks_override" CHECK ((cardinality(overridden) > 0) = (override_reason IS NOT NULL)),
    CONSTRAINT "asks_kind" CHECK (kind IN ('REFERENCE', 'INTRODUCTION', 'MEETING', 'OTHER')),
    CONSTRAINT "PK_3e7d965650277a601aa5df1d2be" PRIMARY KEY ("tenant_id", "id")
  )`,
];

const INDEXES = [
  `CREATE UNIQUE INDEX "kits_title" ON "kits" ("tenant_id", "title", "version")`,
  `CREATE INDEX "amplifications_recorded_by" ON "amplifications" ("tenant_id", "recorded_by_id")`,
  `CREATE INDEX "amplifications_kit" ON "amplifications" ("tenant_id", "kit_id")`,
  `CREATE INDEX "amplifications_advocate" ON "amplifications" ("tenant_id", "advocate_id", "occurred_at")`,
  `CREATE INDEX "amplifications_account" ON "amplifications" ("tenant_id", "account_id", "occurred_at", "id")`,
  `CREATE INDEX "asks_recorded_by" ON "asks" ("tenant_id", "recorded_by_id")`,
  `CREATE INDEX "asks_stakeholder" ON "asks" ("tenant_id", "stakeholder_id", "asked_at", "id")`,
  `CREATE INDEX "hearers_stakeholder" ON "hearers" ("tenant_id", "stakeholder_id", "amplification_id")`,
  `CREATE UNIQUE INDEX "benchmarks_number" ON "benchmarks" ("tenant_id", "segment", "instrument", "number")`,
  `CREATE UNIQUE INDEX "insights_external" ON "insights" ("tenant_id", "external_system", "external_id")`,
  `CREATE INDEX "insights_recorded_by" ON "insights" ("tenant_id", "recorded_by_id")`,
  `CREATE INDEX "insights_interaction" ON "insights" ("tenant_id", "interaction_id")`,
  `CREATE INDEX "insights_segment" ON "insights" ("tenant_id", "segment", "learned_at", "id")`,
  `CREATE INDEX "insights_account" ON "insights" ("tenant_id", "account_id", "learned_at", "id")`,
  `CREATE INDEX "insight_sources_stakeholder" ON "insight_sources" ("tenant_id", "stakeholder_id", "insight_id")`,
  `CREATE INDEX "equipments_recorded_by" ON "equipments" ("tenant_id", "recorded_by_id")`,
  `CREATE INDEX "equipments_kit" ON "equipments" ("tenant_id", "kit_id")`,
  `CREATE INDEX "equipments_stakeholder" ON "equipments" ("tenant_id", "stakeholder_id", "equipped_at", "id")`,
  `CREATE UNIQUE INDEX "teachings_external" ON "teachings" ("tenant_id", "external_system", "external_id")`,
  `CREATE INDEX "teachings_recorded_by" ON "teachings" ("tenant_id", "recorded_by_id")`,
  `CREATE INDEX "teachings_benchmark" ON "teachings" ("tenant_id", "benchmark_id")`,
  `CREATE INDEX "teachings_account" ON "teachings" ("tenant_id", "account_id", "taught_at", "id")`,
  `CREATE INDEX "teaching_participants_stakeholder" ON "teaching_participants" ("tenant_id", "stakeholder_id", "teaching_id")`,
];

const FOREIGN_KEYS = [
  `ALTER TABLE "amplifications" ADD CONSTRAINT "amplifications_account_fk" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "accounts"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "amplifications" ADD CONSTRAINT "amplifications_advocate_fk" FOREIGN KEY ("tenant_id", "advocate_id") REFERENCES "stakeholders"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "amplifications" ADD CONSTRAINT "amplifications_kit_fk" FOREIGN KEY ("tenant_id", "kit_id") REFERENCES "kits"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "amplifications" ADD CONSTRAINT "amplifications_recorded_by_fk" FOREIGN KEY ("tenant_id", "recorded_by_id") REFERENCES "users"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "asks" ADD CONSTRAINT "asks_stakeholder_fk" FOREIGN KEY ("tenant_id", "stakeholder_id") REFERENCES "stakeholders"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "asks" ADD CONSTRAINT "asks_recorded_by_fk" FOREIGN KEY ("tenant_id", "recorded_by_id") REFERENCES "users"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "hearers" ADD CONSTRAINT "hearers_amplification_fk" FOREIGN KEY ("tenant_id", "amplification_id") REFERENCES "amplifications"("tenant_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "hearers" ADD CONSTRAINT "hearers_stakeholder_fk" FOREIGN KEY ("tenant_id", "stakeholder_id") REFERENCES "stakeholders"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "insights" ADD CONSTRAINT "insights_account_fk" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "accounts"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "insights" ADD CONSTRAINT "insights_interaction_fk" FOREIGN KEY ("tenant_id", "interaction_id") REFERENCES "interactions"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "insights" ADD CONSTRAINT "insights_recorded_by_fk" FOREIGN KEY ("tenant_id", "recorded_by_id") REFERENCES "users"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "insight_sources" ADD CONSTRAINT "insight_sources_insight_fk" FOREIGN KEY ("tenant_id", "insight_id") REFERENCES "insights"("tenant_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "insight_sources" ADD CONSTRAINT "insight_sources_stakeholder_fk" FOREIGN KEY ("tenant_id", "stakeholder_id") REFERENCES "stakeholders"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "equipments" ADD CONSTRAINT "equipments_stakeholder_fk" FOREIGN KEY ("tenant_id", "stakeholder_id") REFERENCES "stakeholders"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "equipments" ADD CONSTRAINT "equipments_kit_fk" FOREIGN KEY ("tenant_id", "kit_id") REFERENCES "kits"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "equipments" ADD CONSTRAINT "equipments_recorded_by_fk" FOREIGN KEY ("tenant_id", "recorded_by_id") REFERENCES "users"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "teachings" ADD CONSTRAINT "teachings_account_fk" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "accounts"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "teachings" ADD CONSTRAINT "teachings_benchmark_fk" FOREIGN KEY ("tenant_id", "benchmark_id") REFERENCES "benchmarks"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "teachings" ADD CONSTRAINT "teachings_recorded_by_fk" FOREIGN KEY ("tenant_id", "recorded_by_id") REFERENCES "users"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "teaching_participants" ADD CONSTRAINT "teaching_participants_teaching_fk" FOREIGN KEY ("tenant_id", "teaching_id") REFERENCES "teachings"("tenant_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "teaching_participants" ADD CONSTRAINT "teaching_participants_stakeholder_fk" FOREIGN KEY ("tenant_id", "stakeholder_id") REFERENCES "stakeholders"("tenant_id","id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
];

/** In the order in which they can be dropped again, backwards. All of them only grow: history is not rewritten. */
const NAMES = [
  'insights',
  'insight_sources',
  'benchmarks',
  'teachings',
  'teaching_participants',
  'kits',
  'equipments',
  'amplifications',
  'hearers',
  'asks',
];

/** What was learned, taught and said for us; kits; benchmarks as they were shown. */
export class Advocacy1795000000002 implements MigrationInterface {
  name = 'Advocacy1795000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES, ...FOREIGN_KEYS]) await runner.query(statement);
    for (const name of NAMES) await isolateByTenant(runner, name, 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [...NAMES].reverse()) {
      await runner.query(`REVOKE ALL ON ${name} FROM ${APP_ROLE}`);
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}
