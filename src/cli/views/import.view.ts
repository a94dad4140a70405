import type { FileReport, ImportReport, VanishedReport } from '../../crm/import-report.types.js';
import type { Terminal } from '../terminal.js';
import { tableLines, wrap, type TableColumn } from './text-table.js';
import { shareInWords } from './words.js';

const COUNTS: TableColumn[] = ['Rows', 'Created', 'Updated', 'Unchanged', 'Rejected', 'Used', 'Skipped'].map(
  (title) => ({
    title,
    align: 'right',
  }),
);

/** The report on an import as a person reads it. */
export function importLines(report: ImportReport, terminal: Terminal): string[] {
  const { paint } = terminal;
  const read = report.files.filter(({ columns }) => columns !== null);
  const left = report.files.filter(({ columns }) => columns === null);
  return [
    ...(report.dryRun ? [paint.bold('Dry run: nothing was written. This is what would happen.'), ''] : []),
    ...countLines(report, read, terminal),
    ...read.flatMap((file) => fileLines(file, terminal)),
    ...leftLines(left, terminal),
    ...report.vanished.flatMap((vanished) => vanishedLines(vanished, terminal)),
    ...coverageLines(report, terminal),
    ...judgingLines(report, terminal),
    ...failureLines(report, terminal),
  ];
}

function countLines({ totals }: ImportReport, files: readonly FileReport[], terminal: Terminal): string[] {
  const columns: TableColumn[] = [
    { title: 'File', narrowest: 8 },
    { title: 'Object', narrowest: 8 },
    ...COUNTS,
  ];
  const rows = files.map(({ file, object, counts }) => [file, object ?? '', ...figures(counts)]);
  const sum = files.length > 1 ? [['All', '', ...figures(totals)]] : [];
  return files.length === 0 ? [] : tableLines(columns, [...rows, ...sum], terminal);
}

function figures(counts: FileReport['counts']): string[] {
  const { rows, created, updated, unchanged, rejected, used, skipped } = counts;
  return [rows, created, updated, unchanged, rejected, used, skipped].map(String);
}

function fileLines(
  { file, status, reason, encoding, delimiter, columns, warnings }: FileReport,
  terminal: Terminal,
): string[] {
  if (!columns) return [];
  const { paint } = terminal;
  const form = [
    encoding,
    delimiter === null ? null : `separated by ${delimiter === '\t' ? 'tabs' : delimiter}`,
  ];
  const refused = status === 'REFUSED' ? [paint.red(`Refused. ${reason ?? ''}`)] : [];
  const texts = [
    ...refused,
    listed(
      'Mapped',
      columns.mapped.map(({ column, field }) => `${column} -> ${field}`),
    ),
    listed(
      'Not mapped',
      columns.unmapped.map(({ column, reason: why }) => (why === null ? column : `${column} (${why})`)),
    ),
    listed(
      'Never stored',
      columns.sensitive.map(({ column, kind }) => `${column} (${kind.toLowerCase().replaceAll('_', ' ')})`),
    ),
    ...columns.refused.map(({ column, reason: why }) => paint.red(`Column ${column} refused: ${why}`)),
    ...warnings.map((warning) => warningText(warning)),
  ];
  const lines = texts.filter((text) => text !== '').flatMap((text) => wrap(text, terminal.width - 2));
  return [
    '',
    `${paint.bold(file)}  ${paint.dim(form.filter((part) => part !== null).join(', '))}`,
    ...lines.map((line) => `  ${line}`),
  ];
}

function listed(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${title}: ${items.join(', ')}`;
}

function warningText({ message, count, examples }: FileReport['warnings'][number]): string {
  const places = examples.map(({ line, value }) =>
    value === '' ? `line ${line}` : `line ${line}: ${value}`,
  );
  return `${count} x ${message} (${places.join('; ')}${count > examples.length ? '; ...' : ''})`;
}

function leftLines(files: readonly FileReport[], { width, paint }: Terminal): string[] {
  if (files.length === 0) return [];
  const lines = files.flatMap(({ file, status, reason }) => {
    const text = wrap(`${file}: ${reason ?? ''}`, width - 2).map((line) => `  ${line}`);
    return status === 'REFUSED' ? text.map(paint.red) : text;
  });
  return ['', paint.bold('Not imported'), ...lines];
}

function vanishedLines(
  { kind, system, count, examples }: VanishedReport,
  { width, paint }: Terminal,
): string[] {
  const noun = kind === 'accounts' ? 'accounts' : 'people';
  const names = examples.map(({ name, account }) => (account === null ? name : `${name} (${account})`));
  const text = `${names.join(', ')}${count > examples.length ? ', ...' : ''}. Nothing was done to them.`;
  const title = `No longer in ${system}: ${count} ${noun}`;
  return ['', paint.bold(title), ...wrap(text, width - 2).map((line) => `  ${line}`)];
}

function coverageLines({ coverage }: ImportReport, { paint }: Terminal): string[] {
  const { accounts, nobodyKnown, nobodyInOperations, nobodyInManagement } = coverage;
  const among = (count: number): string => shareInWords(count, accounts, 'account');
  return [
    '',
    paint.bold('Coverage'),
    `  Nobody known in operations: ${among(nobodyInOperations)}`,
    `  Nobody known in management: ${among(nobodyInManagement)}`,
    `  Nobody known at all: ${among(nobodyKnown)}`,
  ];
}

function judgingLines({ judging }: ImportReport, { paint, width }: Terminal): string[] {
  if (judging === null) return [];
  const accounts = (count: number): string => `${count} ${count === 1 ? 'account' : 'accounts'}`;
  const indented = (text: string): string[] => wrap(text, width - 2).map((line) => `  ${line}`);
  const { judged, waiting, failure } = judging;
  const later = `Still to be judged: ${accounts(waiting)}; a running service does it in minutes`;
  const told = indented(`Judged anew: ${accounts(judged)}`).concat(waiting > 0 ? indented(later) : []);
  const failed = failure === null ? [] : indented(`Judging ended early: ${failure}`).map(paint.red);
  return ['', paint.bold('Judgements'), ...told, ...failed];
}

function failureLines({ failedRows, dryRun }: ImportReport, { paint }: Terminal): string[] {
  const next = dryRun ? 'Next: the same command without --dry-run' : 'Next: npm run strata -- at-risk';
  if (failedRows.path === null) return ['', next];
  return [
    '',
    paint.yellow(
      `${failedRows.rows} failed ${failedRows.rows === 1 ? 'row is' : 'rows are'} listed in ${failedRows.path}`,
    ),
    `  Mend them there and import ${failedRows.importAgain ?? failedRows.path}`,
    next,
  ];
}
