import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../database/columns.js';
import { Measure } from '../../domain/terms.js';

/** A numeric scale of the tenant's own, beside the instruments that come with the method. */
@Entity('instruments')
@Check('instruments_measures', oneOf('measures', Measure))
@Check('instruments_range', 'maximum > minimum')
@ObjectType({
  description: 'A numeric scale of your own, beside NPS, CSAT and the others that come with the method.',
})
export class Instrument {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('text', { name: 'code' })
  @Field(() => String, { description: 'The name answers are recorded under, in capitals: `SUPPORT_SURVEY`.' })
  code!: string;

  @Column('float8', { name: 'minimum' })
  @Field(() => Float, { description: 'The answer that scores 0.' })
  minimum!: number;

  @Column('float8', { name: 'maximum' })
  @Field(() => Float, { description: 'The answer that scores 100.' })
  maximum!: number;

  @Column('text', { name: 'measures' })
  @Field(() => Measure, { description: 'SATISFACTION or ADVOCACY.' })
  measures!: Measure;
}
