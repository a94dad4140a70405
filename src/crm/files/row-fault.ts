import type { RecordFault } from './csv/record-framer.js';

/** What can be wrong with one row of a file, before anybody asks what it means. */
export type RowFault =
  RecordFault | 'TOO_MANY_CELLS' | 'TOO_FEW_CELLS' | 'NUL_CHARACTER' | 'NOT_A_RECORD' | 'NOT_MENDED';

const SENTENCES: Record<RowFault, string> = {
  UNCLOSED_QUOTE: 'A quote is opened here and not closed. Close it, or double it if it belongs to the text.',
  STRAY_QUOTE: 'A quoted cell goes on after its closing quote. Double the quotes that belong to the text.',
  CELL_TOO_LONG: 'A cell is longer than 1,048,576 characters.',
  HALF_CHARACTER: 'The row holds half of a character. Export the file again.',
  TOO_MANY_CELLS: 'The row has more cells than there are columns, so its values may stand in the wrong ones.',
  TOO_FEW_CELLS: 'The row has fewer cells than there are columns, so its values may stand in the wrong ones.',
  NUL_CHARACTER: 'The cell holds a NUL character, which cannot be stored as text.',
  NOT_MENDED: 'The row stands as it was rejected. Mend it, or clear its reason if it is right as it is.',
  NOT_A_RECORD: 'The list of records holds something that is not a record.',
};

/** The sentence for a person that says what is wrong and, where it helps, how to mend it. */
export function faultSentence(fault: RowFault): string {
  return SENTENCES[fault];
}
