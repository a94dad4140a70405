import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { findBuiltInInstrument } from '../../domain/instruments/built-in.js';
import type { Instrument as Scale } from '../../domain/instruments/instrument.js';
import { Instrument } from './instrument.entity.js';

@Injectable()
export class InstrumentsReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The tenant's own scales, by code. */
  listInstruments(): Promise<Instrument[]> {
    return this.transaction.query<Instrument>(
      sql`SELECT ${select(Instrument, 'n')} FROM instruments n WHERE n.tenant_id = ${this.transaction.tenantId} ORDER BY n.code`,
    );
  }

  /** The instruments of these codes, the method's and the tenant's own; unknown codes are missing. */
  async findScales(codes: readonly string[]): Promise<Map<string, Scale>> {
    const builtIn = codes.flatMap((code) => findBuiltInInstrument(code) ?? []);
    const scales = new Map<string, Scale>(builtIn.map((scale) => [scale.code, scale]));
    if (codes.every((code) => scales.has(code))) return scales;
    for (const { code, minimum, maximum, measures } of await this.listInstruments()) {
      scales.set(code, {
        kind: 'NUMBER',
        code,
        description: code,
        measure: measures,
        min: minimum,
        max: maximum,
        wholeNumbers: false,
      });
    }
    return scales;
  }
}
