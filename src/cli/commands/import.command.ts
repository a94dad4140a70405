import { CommanderError, type Command } from 'commander';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { ImportReport } from '../../crm/import-report.types.js';
import { ImportService } from '../../crm/import.service.js';
import { MappingRefused } from '../../crm/mapping/mapping-refused.js';
import { NO_MAPPING, readMappingFile } from '../../crm/mapping/mapping-file.js';
import type { ImportRequest, ImportSystem } from '../../crm/run/import-request.js';
import { ImportRefused } from '../../crm/sources/import-refused.js';
import { CommandRefused, type CliContext } from '../cli-context.js';
import { ImportProgressView } from '../import-progress.js';
import { operatorOf } from '../operator.js';
import { word } from '../options.js';
import type { Terminal } from '../terminal.js';
import { importLines } from '../views/import.view.js';

type Given = Pick<
  ImportRequest,
  'dryRun' | 'full' | 'system' | 'dateOrder' | 'decimal' | 'timeZone' | 'delimiter' | 'encoding' | 'currency'
> & {
  mapping?: string;
  failedRows: string;
  json?: boolean;
};

/** What the process ends with when something of the files did not come in. */
const INCOMPLETE = 2;

/** `strata import`: takes over what a CRM exported. */
export function registerImport(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('import')
    .description('import what a CRM exported; docs/importing.md tells all about it')
    .argument('<crm>', 'salesforce, hubspot or csv', word<ImportSystem>(['salesforce', 'hubspot', 'csv']))
    .argument('<paths...>', 'a folder, or files')
    .option('--mapping <file>', 'JSON that says which column is what; needed for csv')
    .option('--dry-run', 'say what would happen, and write nothing')
    .option(
      '--date-order <order>',
      'of dates that could be read both ways: DMY, MDY or YMD',
      word(['DMY', 'MDY', 'YMD']),
    )
    .option(
      '--decimal <sign>',
      'of numbers that could be read both ways: POINT or COMMA',
      word(['POINT', 'COMMA']),
    )
    .option('--time-zone <zone>', 'of times without an offset, as Europe/Berlin (default: UTC)')
    .option('--delimiter <character>', 'what separates cells, where it cannot be told', delimiter)
    .option('--encoding <name>', 'how characters are written, where it cannot be told')
    .option('--currency <code>', 'of amounts that name none (default: the one you report in)', (code) =>
      code.toUpperCase(),
    )
    .option('--system <name>', 'the name the ids are kept under (default: the CRM)')
    .option('--full', 'files named one by one are the whole export: say who is no longer in it')
    .option('--failed-rows <folder>', 'where rows that fail are listed', '.')
    .option('--json', 'print the report as JSON')
    .action(async (from: ImportSystem, paths: string[], given: Given) => {
      // Left alone, V8 lets the heap double between two collections: twice the memory for little speed.
      setFlagsFromString('--heap-growing-percent=30');
      const report = await importFiles(from, paths, given, context);
      terminal.out(given.json ? JSON.stringify(report, null, 2) : importLines(report, terminal).join('\n'));
      if (!report.complete) throw new CommanderError(INCOMPLETE, 'strata.incomplete', '');
    });
}

async function importFiles(
  from: ImportSystem,
  paths: readonly string[],
  given: Given,
  context: CliContext,
): Promise<ImportReport> {
  const { mapping, failedRows, ...options } = given;
  try {
    const written = mapping === undefined ? NO_MAPPING : await readMappingFile(fromWhereTyped(mapping));
    return await context.withService(async ({ app, tenantId }) => {
      const caller = operatorOf(tenantId);
      const view = new ImportProgressView(process.stderr);
      try {
        const request = { caller, from, paths: paths.map(fromWhereTyped), mapping: written, ...options };
        return await app
          .get(ImportService)
          .importFiles({ ...request, failedRows: fromWhereTyped(failedRows) }, (progress) =>
            view.show(progress),
          );
      } finally {
        view.clear();
      }
    });
  } catch (error) {
    if (error instanceof MappingRefused || error instanceof ImportRefused)
      throw new CommandRefused(inWords(error));
    throw error;
  }
}

function inWords({ message, details }: MappingRefused | ImportRefused): string {
  const figures = Object.entries(details).map(([key, value]) => `${key}: ${[value].flat().join(', ')}`);
  return figures.length === 0 ? message : `${message} (${figures.join('; ')})`;
}

/** npm runs commands in the folder of package.json; people mean the folder they typed in. */
function fromWhereTyped(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function delimiter(text: string): string {
  return text === '\\t' || text.toLowerCase() === 'tab' ? '\t' : text;
}
