/** Why a whole file cannot be read. Closed: a new reason is added here, with its sentence below. */
export type FileRefusal =
  | 'EMPTY'
  | 'SPREADSHEET'
  | 'ARCHIVE'
  | 'PDF'
  | 'MARKUP'
  | 'BINARY'
  | 'UTF_32'
  | 'CUT_OFF'
  | 'MIXED_ENCODING'
  | 'UNKNOWN_ENCODING'
  | 'ENCODING_NOT_SUPPORTED'
  | 'DELIMITER_UNDECIDED'
  | 'DELIMITER_NOT_SUPPORTED'
  | 'HEADER_UNCLEAR'
  | 'HEADER_BROKEN'
  | 'DUPLICATE_COLUMNS'
  | 'TOO_MANY_COLUMNS'
  | 'TOO_MANY_ROWS'
  | 'LINE_TOO_LONG'
  | 'FAILURE_OVERVIEW'
  | 'JSON_TOO_LARGE'
  | 'JSON_BROKEN'
  | 'JSON_NOT_A_TREE'
  | 'PLAN_BROKEN';

const SENTENCES: Record<FileRefusal, string> = {
  EMPTY: 'The file is empty.',
  SPREADSHEET: 'The file is a spreadsheet. Open it, save it as "CSV UTF-8", and import that.',
  ARCHIVE: 'The file is compressed. Unpack it and import the files inside.',
  PDF: 'The file is a PDF. Export the data as "CSV UTF-8" instead.',
  MARKUP: 'The file is a web page or XML. Export the data as "CSV UTF-8" instead.',
  BINARY: 'The file is not text. Export the data as "CSV UTF-8".',
  UTF_32: 'The file is UTF-32, or UTF-32 behind the mark of another encoding. Save it as "CSV UTF-8".',
  CUT_OFF: 'The file ends in the middle of a character. Export it again.',
  MIXED_ENCODING:
    'The file is UTF-8 in some places and something else in others. Export it again as UTF-8, or name one encoding with --encoding.',
  UNKNOWN_ENCODING:
    'The encoding could not be told: it is neither UTF-8 nor UTF-16 nor plausibly Windows-1252. Save the file as "CSV UTF-8", or name the encoding with --encoding.',
  ENCODING_NOT_SUPPORTED: 'The encoding named is not known.',
  DELIMITER_UNDECIDED:
    'Two separators divide the file equally well, so neither is taken. Name the right one with --delimiter.',
  DELIMITER_NOT_SUPPORTED: 'A separator is one character, and neither a quote nor a line break.',
  HEADER_UNCLEAR:
    'The first line has one column where the rows have several. Remove what stands above the column names, or name the separator with --delimiter.',
  HEADER_BROKEN: 'The line with the column names is malformed. Check its quotes.',
  DUPLICATE_COLUMNS: 'Several columns have the same name. Give each its own.',
  TOO_MANY_COLUMNS: 'The file has more columns than are read.',
  TOO_MANY_ROWS: 'The file has more rows than are read at once. Split it.',
  LINE_TOO_LONG: 'A line is longer than any row of a table should be.',
  FAILURE_OVERVIEW:
    'The file lists failures of several files and holds none of their rows. Import the folder "failed-rows" beside it.',
  JSON_TOO_LARGE:
    'The JSON file is larger than a record tree may be. Export it as CSV, which is read in a stream.',
  JSON_BROKEN: 'The file is not valid JSON.',
  JSON_NOT_A_TREE: 'The JSON file holds no record tree: an object with a list called "records" is expected.',
  PLAN_BROKEN:
    'The plan file is not a list of entries with "sobject" and "files", or names a file outside its folder.',
};

/** Figures that make a refusal findable: the file, a line, the names in question. */
export type RefusalDetails = Readonly<Record<string, string | number | readonly string[]>>;

/** A whole file is refused. Its `message` is constant per code; what varies stands in `details`. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(
    /** Which of the closed list of reasons it is. */
    readonly code: FileRefusal,
    /** What varies: always printable, never a stack or a secret. */
    readonly details: RefusalDetails = {},
  ) {
    super(SENTENCES[code]);
  }
}
