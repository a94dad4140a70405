import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Caller } from '../src/access/actor.types.js';
import type { ImportProgress, ImportReport, FileReport } from '../src/crm/import-report.types.js';
import { ImportService } from '../src/crm/import.service.js';
import { NO_MAPPING, parseMapping } from '../src/crm/mapping/mapping-file.js';
import type { ImportRequest, ImportSystem } from '../src/crm/run/import-request.js';
import { Scope } from '../src/domain/rights.js';
import { TestService } from './service.js';

/** What a test says about an import; the rest is filled in. */
export type ImportWish = Partial<Omit<ImportRequest, 'caller' | 'from' | 'paths' | 'mapping'>> & {
  mapping?: object;
};

/** The fixtures written by hand in the formats of the CRMs. */
export const fixture = (...parts: string[]): string => resolve(__dirname, 'fixtures', 'crm', ...parts);

/** A service to import into, with a new tenant for each test. */
export class ImportHarness {
  readonly folder = mkdtempSync(join(tmpdir(), 'strata-import-'));
  key = '';
  tenantId = '';

  private constructor(readonly service: TestService) {}

  static async start(): Promise<ImportHarness> {
    const harness = new ImportHarness(await TestService.start());
    harness.service.setClock('2026-11-20T09:00:00.000Z');
    return harness;
  }

  async stop(): Promise<void> {
    await this.service.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** From now on imports go to a new tenant. */
  async newTenant(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    ({ tenantId: this.tenantId, key: this.key } = await this.service.createTenant());
  }

  /** Writes a file of this test's own and returns its path. */
  write(name: string, content: string): string {
    const path = join(this.folder, 'files', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Imports files and folders as the operator of the tenant. */
  import(
    from: ImportSystem,
    paths: string | string[],
    { mapping, ...wish }: ImportWish = {},
    onProgress?: (progress: ImportProgress) => void,
  ): Promise<ImportReport> {
    const caller: Caller = {
      tenantId: this.tenantId,
      keyId: null,
      user: null,
      role: null,
      scopes: [Scope.READ, Scope.WRITE, Scope.ADMIN],
    };
    return this.service.app.get(ImportService).importFiles(
      {
        caller,
        from,
        paths: [paths].flat(),
        mapping: mapping ? parseMapping(JSON.stringify(mapping)) : NO_MAPPING,
        failedRows: this.folder,
        ...wish,
      },
      onProgress,
    );
  }

  /** What GraphQL answers about the tenant. */
  get<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return this.service.get<Data>(this.key, query, variables);
  }
}

/** The part of a report about one file. */
export function fileOf(report: ImportReport, name: string): FileReport {
  const found = report.files.find(({ file }) => file === name);
  if (!found) throw new Error(`The report does not mention ${name}.`);
  return found;
}
