import type { ExternalIdInput } from '../../common/reference.types.js';
import { findBuiltInInstrument } from '../../domain/instruments/built-in.js';
import type { Provenance } from '../../domain/terms.js';
import type { AnswerValueInput, SatisfactionAnswerInput } from '../../satisfaction/satisfaction.inputs.js';
import { readNumber } from '../files/values/numbers.js';
import type { RecordIds } from '../sources/record-ids.js';
import { stated } from './account-row.js';
import { faulty, mapped, type FieldFault, type Mapped, type RowValues } from './row-values.js';

/** An answer as a row states it: by somebody with an id, or with an e-mail address. */
export type AnswerRow = Omit<SatisfactionAnswerInput, 'stakeholder' | 'external'> & {
  readonly external: ExternalIdInput | null;
  readonly by: { readonly external: ExternalIdInput } | { readonly email: string };
};

/** Makes a satisfaction answer of a row. */
export function answerOf({ values }: RowValues, ids: RecordIds): Mapped<AnswerRow> {
  const id = values.has('id') ? ids.read(values.get('id') ?? '') : null;
  if (id && !id.ok) return faulty('id', id.reason);
  const by = authorOf(values, ids);
  if ('reason' in by) return by;
  const answeredAt = values.get('answeredAt');
  if (answeredAt === undefined) return faulty('answeredAt', 'The row does not say when it was answered.');
  const instrument = values.get('instrument');
  if (instrument === undefined) return faulty('instrument', 'The row does not say what was asked.');
  const value = valueOf(values, instrument);
  if ('reason' in value) return value;
  const solicited = values.get('solicited');
  return mapped({
    external: id && id.value,
    by,
    instrument,
    value,
    answeredAt,
    ...stated(values, 'comment'),
    ...stated<'provenance', Provenance>(values, 'provenance'),
    ...(solicited !== undefined && { solicited: solicited === 'true' }),
  });
}

function authorOf(values: ReadonlyMap<string, string>, ids: RecordIds): AnswerRow['by'] | FieldFault {
  const stakeholder = values.get('stakeholder');
  const email = values.get('stakeholderEmail');
  if (stakeholder === undefined) {
    return email === undefined ? faulty('stakeholder', 'The row does not say who answered.') : { email };
  }
  const id = ids.read(stakeholder);
  return id.ok ? { external: id.value } : faulty('stakeholder', id.reason);
}

function valueOf(values: ReadonlyMap<string, string>, instrument: string): AnswerValueInput | FieldFault {
  const items = [...values].flatMap(([field, rating]) =>
    field.startsWith('items.') ? [{ item: field.slice('items.'.length), rating: Number(rating) }] : [],
  );
  if (items.length > 0) return { items };
  const value = values.get('value');
  if (value === undefined) return faulty('value', 'The row holds no answer.');
  if (findBuiltInInstrument(instrument)?.kind === 'CHOICE') return { choice: value };
  const number = readNumber(value);
  return number.ok ? { number: Number(number.value) } : faulty('value', number.reason);
}
