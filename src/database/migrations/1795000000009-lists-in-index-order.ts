import type { MigrationInterface, QueryRunner } from 'typeorm';

const MENDED = `(SELECT coalesce(current_setting('app.owner_id', true), '') = '')
  OR owner_id = (SELECT nullif(current_setting('app.owner_id', true), '')::uuid)`;

const BEFORE = `coalesce(current_setting('app.owner_id', true), '') = ''
  OR owner_id = nullif(current_setting('app.owner_id', true), '')::uuid`;

/**
 * Lets PostgreSQL read a page of accounts in the order of an index. It took the policy for one that shows one account in
 * two hundred, so it read all of a tenant and sorted. As questions of their own, asked once for each statement, the
 * settings are taken for what they mostly are. And a comparison of numerics may leak what it compares, so that a policy
 * keeps it out of the index: a page began with passing over all pages before it.
 */
export class ListsInIndexOrder1795000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER POLICY own_accounts ON accounts USING (${MENDED})`);
    await runner.query('ALTER TABLE assessments ALTER COLUMN sort_value TYPE float8');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assessments ALTER COLUMN sort_value TYPE numeric');
    await runner.query(`ALTER POLICY own_accounts ON accounts USING (${BEFORE})`);
  }
}
