import { surveyBytes } from './byte-survey.js';
import { readCsvTable } from './csv/csv-table.js';
import { decideEncoding } from './encoding.js';
import { FileRefused } from './file-refused.js';
import { readTreeTable } from './json/tree-table.js';
import type { Table, TableOptions } from './table.js';
import { textHead } from './text-chunks.js';

/**
 * Opens a file as a table, whatever it is: delimited text in any of the encodings found in exports, or a JSON record
 * tree. The whole file is surveyed once for its encoding; rows are read afterwards, on demand.
 * @throws FileRefused, with the file's path in its details, when the file cannot be read without guessing.
 */
export async function readTable(path: string, options: TableOptions = {}): Promise<Table> {
  try {
    const survey = await surveyBytes(path);
    const encoding = decideEncoding(survey, options.encoding);
    const { text } = await textHead(path, encoding.name, 1);
    // A column name may begin with a bracket, so the ending has a say.
    const json = path.toLowerCase().endsWith('.json') || /^\s*(?:\{\s*"|\[\s*\{)/.test(text);
    return json
      ? await readTreeTable(path, survey, encoding)
      : await readCsvTable(path, survey, encoding, options);
  } catch (error) {
    if (error instanceof FileRefused) throw new FileRefused(error.code, { path, ...error.details });
    throw error;
  }
}
