/** Why an import cannot begin. */
export type ImportRefusal = 'NO_SUCH_PATH' | 'NO_FILES' | 'MAPPING_NEEDED' | 'OPTION_NOT_KNOWN';

const SENTENCES: Record<ImportRefusal, string> = {
  NO_SUCH_PATH: 'There is no such file or folder.',
  NO_FILES: 'The folder holds no CSV or JSON files.',
  MAPPING_NEEDED:
    'For plain CSV files, say with --mapping which column is what; docs/importing.md shows how.',
  OPTION_NOT_KNOWN: 'An option has a value that is not known.',
};

/** The import is refused as a whole, before anything is written. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(
    readonly code: ImportRefusal,
    /** What varies: the path, the option. */
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(SENTENCES[code]);
  }
}
