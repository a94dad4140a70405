import { Injectable } from '@nestjs/common';
import { FailedRowsReport } from './files/failed-rows.js';
import type { ImportProgress, ImportReport, VanishedReport } from './import-report.types.js';
import { ImportReader } from './import.reader.js';
import { DealValues } from './rows/deal-values.js';
import { checkRequest, profileOf, type ImportRequest } from './run/import-request.js';
import type { ImportRun } from './run/import-run.js';
import { ImportJudgingService } from './run/import-judging.service.js';
import { ImportSessionsService } from './run/import-sessions.service.js';
import { makeReport, type Findings, type FinishedSource } from './run/report/make-report.js';
import { prepareSource, type PreparedSource } from './run/ready-sources.js';
import { SeenRecords } from './run/seen-records.js';
import { findSources } from './sources/find-sources.js';
import { ReferenceBook } from './sources/reference-book.js';
import type { FoundFiles } from './sources/source.js';
import { ImportPassesService } from './writing/import-passes.service.js';

/** What the report is made of before the end. */
type RowFindings = Omit<Findings, 'failedRows' | 'judging'>;

/** Imports what a CRM exported. */
@Injectable()
export class ImportService {
  constructor(
    private readonly sessions: ImportSessionsService,
    private readonly passes: ImportPassesService,
    private readonly reader: ImportReader,
    private readonly judging: ImportJudgingService,
  ) {}

  /**
   * Imports files in batches that are confirmed one by one, judges the accounts they were about, and says what became of
   * every row. Ended half-way, it can be run again. Runs outside of any operation.
   * @throws ImportRefused, MappingRefused before anything is written.
   */
  async importFiles(
    request: ImportRequest,
    onProgress: (progress: ImportProgress) => void = () => undefined,
  ): Promise<ImportReport> {
    checkRequest(request);
    const found = await this.find(request);
    const prepared = await this.prepare(request, found);
    const session = this.sessions.open(request.caller);
    const tables = [...new Set(found.sources.map(({ table }) => table))];
    const failed = new FailedRowsReport(request.failedRows, tables);
    const run = async (): Promise<RowFindings> => {
      const currency = request.currency ?? (await session.batch(() => this.reader.getCurrency()));
      const shared = {
        session,
        failed,
        seen: new SeenRecords(),
        deals: new DealValues(),
        domains: new Map<string, string>(),
      };
      return this.write(request, found, prepared, { ...shared, currency, onProgress });
    };
    const findings = await (request.dryRun ? session.rehearse(run) : run());
    const failedRows = await failed.close();
    const judging = request.dryRun ? null : await this.judging.judge(request.caller.tenantId, onProgress);
    return makeReport({ ...findings, failedRows, judging });
  }

  private find(request: ImportRequest): Promise<FoundFiles> {
    const profile = profileOf(request);
    return findSources({
      paths: request.paths,
      profile,
      mapping: request.mapping,
      system: request.system ?? profile.system,
      table: { delimiter: request.delimiter, encoding: request.encoding },
      full: request.full ?? false,
    });
  }

  private async prepare(request: ImportRequest, { sources }: FoundFiles): Promise<PreparedSource[]> {
    const profile = profileOf(request);
    const references = new ReferenceBook(profile);
    for (const source of sources) await references.learn(source);
    const told = { dateOrder: request.dateOrder, decimal: request.decimal };
    const known = { profile, references, told, timeZone: request.timeZone ?? 'UTC' };
    return Promise.all(sources.map((source) => prepareSource(source, known)));
  }

  private async write(
    request: ImportRequest,
    { left }: FoundFiles,
    prepared: readonly PreparedSource[],
    run: ImportRun,
  ): Promise<RowFindings> {
    const finished = await this.passes.importAll(prepared, run);
    const vanished = await this.findVanished(finished, run);
    const coverage = await run.session.batch(() => this.reader.readCoverage());
    return { system: request.from, dryRun: request.dryRun ?? false, finished, left, vanished, coverage };
  }

  /** Only where a whole export was read to its end can somebody be missing from it. */
  private async findVanished(
    finished: readonly FinishedSource[],
    { session, seen }: ImportRun,
  ): Promise<VanishedReport[]> {
    const found: VanishedReport[] = [];
    for (const kind of ['accounts', 'stakeholders'] as const) {
      const sources = finished.filter(({ ready }) => ready.source.kind === kind);
      const whole = sources.every(
        ({ ready, refused, broken }) => !ready.source.partial && refused === null && broken === null,
      );
      if (!whole) continue;
      for (const system of new Set(sources.map(({ ready }) => ready.source.system))) {
        const named = await session.batch(() =>
          this.reader.findVanished(kind, system, (id) => seen.has(kind, id)),
        );
        if (named) found.push(named);
      }
    }
    return found;
  }
}
