import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database/columns.js';
import { OurFunction } from '../domain/terms.js';
import { Role } from '../domain/rights.js';

/** One of our own people. Their e-mail address, in lower case, is how a CRM names them. */
@Entity('users')
@Index('users_email', ['tenantId', 'email'], { unique: true })
@Check('users_function', oneOf('function', OurFunction))
@Check('users_role', oneOf('role', Role))
@ObjectType({ description: 'One of our own people.' })
export class User {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('text', { name: 'email' })
  @Field(() => String, { description: 'E-mail address in lower case; unique among our people.' })
  email!: string;

  @Column('text', { name: 'name' })
  @Field(() => String, { description: 'Full name; the e-mail address until one is known.' })
  name!: string;

  @Column('text', { name: 'function', nullable: true })
  @Field(() => OurFunction, {
    nullable: true,
    description: 'The function they meet customers in, where known.',
  })
  function!: OurFunction | null;

  @Column('text', { name: 'role' })
  role!: Role;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: string;
}
