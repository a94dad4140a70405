/** Why a mapping cannot be used. Closed: a new reason is added here, with its sentence below. */
export type MappingRefusal =
  | 'NOT_READABLE'
  | 'NOT_JSON'
  | 'WRONG_SHAPE'
  | 'UNKNOWN_KEY'
  | 'UNKNOWN_KIND'
  | 'UNKNOWN_OBJECT'
  | 'UNKNOWN_FIELD'
  | 'UNKNOWN_COLUMN'
  | 'UNKNOWN_VALUE'
  | 'VALUES_NEEDED'
  | 'SENSITIVE_COLUMN'
  | 'NO_SUCH_FILE';

const SENTENCES: Record<MappingRefusal, string> = {
  NOT_READABLE: 'The mapping file cannot be read.',
  NOT_JSON: 'The mapping file is not valid JSON.',
  WRONG_SHAPE: 'The mapping file does not have the form that docs/importing.md describes.',
  UNKNOWN_KEY: 'The mapping file has a key that means nothing.',
  UNKNOWN_KIND:
    'A file holds accounts, stakeholders, problems, interactions, answers, insights, teachings, loyaltyEvents or deals.',
  UNKNOWN_OBJECT: 'Say with "kind" what the rows are: no built-in mapping has this object.',
  UNKNOWN_FIELD: 'The mapping names a field that this kind of record does not have.',
  UNKNOWN_COLUMN: 'The mapping names a column that the file does not have.',
  UNKNOWN_VALUE: 'The mapping turns a value into a word that the field does not know.',
  VALUES_NEEDED:
    'This field needs a table of values: no word of a file means a level, a structure or a role by itself.',
  SENSITIVE_COLUMN: 'The mapping names a column with sensitive personal data, which is never stored.',
  NO_SUCH_FILE: 'The mapping describes a file that is not among those imported.',
};

/** A mapping is refused, before anything is written. Its `message` is constant per code; what varies stands in `details`. */
export class MappingRefused extends Error {
  override readonly name = 'MappingRefused';

  constructor(
    readonly code: MappingRefusal,
    /** Where and what: `{ at: 'files[0].columns.level', value: 'BOSS' }`. */
    readonly details: Readonly<Record<string, string | readonly string[]>> = {},
  ) {
    super(SENTENCES[code]);
  }
}
