import { Injectable } from '@nestjs/common';
import { StrataError } from '../../common/errors.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import {
  defineScale,
  type ScaleDefinition,
  type ScaleRefusalCode,
} from '../../domain/instruments/tenant-scale.js';
import { saysTheSame } from '../../domain/map/record.js';
import { Instrument } from './instrument.entity.js';
import { InstrumentsReader } from './instruments.reader.js';
import type { InstrumentInput } from '../satisfaction.inputs.js';

const REFUSALS: Record<ScaleRefusalCode, string> = {
  BAD_CODE:
    'A code has capital letters, digits and underscores, begins with a letter and has at most 40 characters.',
  BUILT_IN_CODE: 'This code belongs to an instrument of the method.',
  NOT_SCORED: 'A numeric scale measures satisfaction or advocacy.',
  BAD_RANGE: 'The maximum lies above the minimum.',
};

const FIELDS: Partial<Record<keyof ScaleDefinition, keyof InstrumentInput>> = {
  min: 'minimum',
  max: 'maximum',
  measure: 'measures',
};

@Injectable()
export class InstrumentsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: InstrumentsReader,
  ) {}

  /** CONFLICT when the code is taken by another scale; the same definition twice is fine. */
  async defineInstrument({ code, minimum, maximum, measures }: InstrumentInput): Promise<Instrument> {
    const scale = defineScale({ code, description: code, measure: measures, min: minimum, max: maximum });
    if (!scale.ok) {
      const field = FIELDS[scale.path] ?? scale.path;
      throw new StrataError('INVALID_INPUT', REFUSALS[scale.code], ['input', field]);
    }
    const instrument: Instrument = { tenantId: this.transaction.tenantId, code, minimum, maximum, measures };
    await this.transaction.query(insertRows(Instrument, [instrument], { skipTaken: true }));
    const stored = (await this.reader.listInstruments()).find((known) => known.code === code);
    if (stored && saysTheSame(instrument, stored)) return stored;
    throw new StrataError('CONFLICT', 'This code belongs to another scale of yours.', ['input', 'code']);
  }
}
