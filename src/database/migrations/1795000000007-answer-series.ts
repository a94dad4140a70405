import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The latest answer of a person to an instrument by index, so that a judgement costs the same after many of them. */
export class AnswerSeries1795000000007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX "satisfaction_answers_series" ON "satisfaction_answers"
         ("tenant_id", "stakeholder_id", "instrument", "provenance", "answered_at", "id")`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "satisfaction_answers_series"`);
  }
}
