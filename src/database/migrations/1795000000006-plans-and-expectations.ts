import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, isolateByTenant } from '../isolation.js';

const TABLES = [
  `CREATE TABLE "expectations" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "account_id" uuid NOT NULL,
    "side" text NOT NULL,
    "statement" text NOT NULL,
    "measure" text,
    "target" text,
    "check_every_days" integer NOT NULL,
    "revision" integer NOT NULL,
    "agreed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "first_agreed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "retired_at" TIMESTAMP WITH TIME ZONE,
    "retired_reason" text,
    "retired_by_id" uuid,
    "next_check_in_on" date,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "expectations_side" CHECK (side IN ('OURS', 'THEIRS')),
    CONSTRAINT "expectations_interval" CHECK (check_every_days > 0),
    CONSTRAINT "expectations_target" CHECK (target IS NULL OR measure IS NOT NULL),
    CONSTRAINT "expectations_retired" CHECK ((retired_at IS NULL) = (retired_reason IS NULL)),
    CONSTRAINT "expectations_next_check_in" CHECK ((retired_at IS NULL) = (next_check_in_on IS NOT NULL)),
    CONSTRAINT "PK_70795432c79a1ed0a0a612e352e" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "expectation_revisions" (
    "tenant_id" uuid NOT NULL,
    "expectation_id" uuid NOT NULL,
    "revision" integer NOT NULL,
    "statement" text NOT NULL,
    "measure" text,
    "target" text,
    "check_every_days" integer NOT NULL,
    "reason" text,
    "agreed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "recorded_by_id" uuid,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "PK_4d5097e08d94b38f3bc0b1d83ba" PRIMARY KEY ("tenant_id", "expectation_id", "revision")
  )`,
  `CREATE TABLE "expectation_confirmations" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "expectation_id" uuid NOT NULL,
    "revision" integer NOT NULL,
    "stakeholder_id" uuid NOT NULL,
    "confirmed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "interaction_id" uuid,
    "recorded_by_id" uuid,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "PK_25db742c576c8a353ccaea7fe7b" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "check_ins" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "expectation_id" uuid NOT NULL,
    "result" text NOT NULL,
    "comment" text,
    "held_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "recorded_by_id" uuid,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "check_ins_result" CHECK (result IN ('MET', 'PARTLY', 'NOT_MET')),
    CONSTRAINT "PK_967b460617171f585de26778f6c" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "check_in_participants" (
    "tenant_id" uuid NOT NULL,
    "check_in_id" uuid NOT NULL,
    "stakeholder_id" uuid NOT NULL,
    CONSTRAINT "PK_7bd08a15713bf30a8d6cca50890" PRIMARY KEY ("tenant_id", "check_in_id", "stakeholder_id")
  )`,
  `CREATE TABLE "relationship_plans" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "account_id" uuid NOT NULL,
    "goals" jsonb NOT NULL,
    "next_review_on" date,
    "version" integer NOT NULL,
    "updated_by_id" uuid,
    "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "relationship_plans_version" CHECK (version > 0),
    CONSTRAINT "PK_e5e5854e5f1396dcfdce40d8330" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "relationship_plan_versions" (
    "tenant_id" uuid NOT NULL,
    "plan_id" uuid NOT NULL,
    "version" integer NOT NULL,
    "goals" jsonb NOT NULL,
    "next_review_on" date,
    "changed_by_id" uuid,
    "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "PK_32b0b83016d43526fb79585eb3d" PRIMARY KEY ("tenant_id", "plan_id", "version")
  )`,
  `CREATE TABLE "plan_reviews" (
    "tenant_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "plan_id" uuid NOT NULL,
    "held_on" date NOT NULL,
    "outcome" text NOT NULL,
    "next_review_on" date,
    "recorded_by_id" uuid,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "plan_reviews_next" CHECK (next_review_on > held_on),
    CONSTRAINT "PK_14a295d75321ff15c96d1f1e5ee" PRIMARY KEY ("tenant_id", "id")
  )`,
  `CREATE TABLE "plan_review_participants" (
    "tenant_id" uuid NOT NULL,
    "review_id" uuid NOT NULL,
    "stakeholder_id" uuid NOT NULL,
    CONSTRAINT "PK_d6fe0258195f33224af06f32889" PRIMARY KEY ("tenant_id", "review_id", "stakeholder_id")
  )`,
];

const INDEXES = [
  `CREATE INDEX "expectations_account" ON "expectations" ("tenant_id", "account_id", "id")`,
  `CREATE INDEX "expectations_due" ON "expectations" ("tenant_id", "next_check_in_on", "id")`,
  `CREATE INDEX "expectations_retired_by" ON "expectations" ("tenant_id", "retired_by_id")`,
  `CREATE INDEX "expectation_revisions_recorded_by" ON "expectation_revisions" ("tenant_id", "recorded_by_id")`,
  `CREATE INDEX "expectation_confirmations_expectation" ON "expectation_confirmations" ("tenant_id", "expectation_id", "confirmed_at")`,
  `CREATE INDEX "expectation_confirmations_stakeholder" ON "expectation_confirmations" ("tenant_id", "stakeholder_id")`,
  `CREATE INDEX "expectation_confirmations_interaction" ON "expectation_confirmations" ("tenant_id", "interaction_id")`,
  `CREATE INDEX "expectation_confirmations_recorded_by" ON "expectation_confirmations" ("tenant_id", "recorded_by_id")`,
  `CREATE INDEX "check_ins_expectation" ON "check_ins" ("tenant_id", "expectation_id", "held_at", "id")`,
  `CREATE INDEX "check_ins_recorded_by" ON "check_ins" ("tenant_id", "recorded_by_id")`,
  `CREATE INDEX "check_in_participants_stakeholder" ON "check_in_participants" ("tenant_id", "stakeholder_id", "check_in_id")`,
  `CREATE UNIQUE INDEX "relationship_plans_account" ON "relationship_plans" ("tenant_id", "account_id")`,
  `CREATE INDEX "relationship_plans_review" ON "relationship_plans" ("tenant_id", "next_review_on", "id")`,
  `CREATE INDEX "relationship_plans_updated_by" ON "relationship_plans" ("tenant_id", "updated_by_id")`,
  `CREATE INDEX "relationship_plan_versions_changed_by" ON "relationship_plan_versions" ("tenant_id", "changed_by_id")`,
  `CREATE INDEX "plan_reviews_plan" ON "plan_reviews" ("tenant_id", "plan_id", "held_on", "id")`,
  `CREATE INDEX "plan_reviews_recorded_by" ON "plan_reviews" ("tenant_id", "recorded_by_id")`,
  `CREATE INDEX "plan_review_participants_stakeholder" ON "plan_review_participants" ("tenant_id", "stakeholder_id", "review_id")`,
];

/** Table, name of the key, column, the table it points at, and what removing that row does. */
const REFERENCES: readonly (readonly [string, string, string, string, 'RESTRICT' | 'CASCADE'])[] = [
  ['expectations', 'expectations_account_fk', 'account_id', 'accounts', 'RESTRICT'],
  ['expectations', 'expectations_retired_by_fk', 'retired_by_id', 'users', 'RESTRICT'],
  [
    'expectation_revisions',
    'expectation_revisions_expectation_fk',
    'expectation_id',
    'expectations',
    'CASCADE',
  ],
  ['expectation_revisions', 'expectation_revisions_recorded_by_fk', 'recorded_by_id', 'users', 'RESTRICT'],
  [
    'expectation_confirmations',
    'expectation_confirmations_expectation_fk',
    'expectation_id',
    'expectations',
    'CASCADE',
  ],
  [
    'expectation_confirmations',
    'expectation_confirmations_stakeholder_fk',
    'stakeholder_id',
    'stakeholders',
    'RESTRICT',
  ],
  [
    'expectation_confirmations',
    'expectation_confirmations_interaction_fk',
    'interaction_id',
    'interactions',
    'RESTRICT',
  ],
  [
    'expectation_confirmations',
    'expectation_confirmations_recorded_by_fk',
    'recorded_by_id',
    'users',
    'RESTRICT',
  ],
  ['check_ins', 'check_ins_expectation_fk', 'expectation_id', 'expectations', 'CASCADE'],
  ['check_ins', 'check_ins_recorded_by_fk', 'recorded_by_id', 'users', 'RESTRICT'],
  ['check_in_participants', 'check_in_participants_check_in_fk', 'check_in_id', 'check_ins', 'CASCADE'],
  [
    'check_in_participants',
    'check_in_participants_stakeholder_fk',
    'stakeholder_id',
    'stakeholders',
    'RESTRICT',
  ],
  ['relationship_plans', 'relationship_plans_account_fk', 'account_id', 'accounts', 'RESTRICT'],
  ['relationship_plans', 'relationship_plans_updated_by_fk', 'updated_by_id', 'users', 'RESTRICT'],
  [
    'relationship_plan_versions',
    'relationship_plan_versions_plan_fk',
    'plan_id',
    'relationship_plans',
    'CASCADE',
  ],
  [
    'relationship_plan_versions',
    'relationship_plan_versions_changed_by_fk',
    'changed_by_id',
    'users',
    'RESTRICT',
  ],
  ['plan_reviews', 'plan_reviews_plan_fk', 'plan_id', 'relationship_plans', 'CASCADE'],
  ['plan_reviews', 'plan_reviews_recorded_by_fk', 'recorded_by_id', 'users', 'RESTRICT'],
  ['plan_review_participants', 'plan_review_participants_review_fk', 'review_id', 'plan_reviews', 'CASCADE'],
  [
    'plan_review_participants',
    'plan_review_participants_stakeholder_fk',
    'stakeholder_id',
    'stakeholders',
    'RESTRICT',
  ],
];

const FOREIGN_KEYS = REFERENCES.map(
  ([table, name, column, referenced, action]) =>
    `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY ("tenant_id", "${column}")
      REFERENCES "${referenced}"("tenant_id","id") ON DELETE ${action} ON UPDATE NO ACTION`,
);

/** What holds now, and so is rewritten. */
const CURRENT = ['expectations', 'relationship_plans'];

/** What only grows, in the order in which it can be dropped again, backwards. */
const HISTORY = [
  'expectation_revisions',
  'expectation_confirmations',
  'check_ins',
  'check_in_participants',
  'relationship_plan_versions',
  'plan_reviews',
  'plan_review_participants',
];

/** What both sides expect and how it went; the plan of each relationship, with its versions and reviews. */
export class PlansAndExpectations1795000000006 implements MigrationInterface {
  name = 'PlansAndExpectations1795000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES, ...FOREIGN_KEYS]) await runner.query(statement);
    for (const name of CURRENT) await isolateByTenant(runner, name, 'SELECT, INSERT, UPDATE');
    for (const name of HISTORY) await isolateByTenant(runner, name, 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [...CURRENT, ...HISTORY].reverse()) {
      await runner.query(`REVOKE ALL ON ${name} FROM ${APP_ROLE}`);
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}
