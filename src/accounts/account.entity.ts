import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../access/user.entity.js';
import { Money } from '../common/money.types.js';
import { DateScalar } from '../common/scalars.js';
import { oneOf, withinTenant } from '../database/columns.js';
import { AccountKind, Basis, OrganisationStructure, StatedBy } from '../domain/terms.js';

@Entity('accounts')
@Index('accounts_owner', ['tenantId', 'ownerId'])
@Index('accounts_parent', ['tenantId', 'parentId'])
@Index('accounts_name', ['tenantId', 'name', 'id'])
@Check('accounts_kind', oneOf('kind', AccountKind))
@Check('accounts_structure', oneOf('structure', OrganisationStructure))
@Check('accounts_structure_basis', oneOf('structure_basis', Basis))
@Check('accounts_structure_stated_by', oneOf('structure_stated_by', StatedBy))
@Check('accounts_value', '(annual_amount IS NULL) = (annual_currency IS NULL) AND annual_amount >= 0')
@ObjectType({ description: 'A customer, or a department of ours that another department serves.' })
export class Account {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('text', { name: 'name' })
  @Field(() => String, { description: 'What the account is called.' })
  name!: string;

  @Column('text', { name: 'kind' })
  @Field(() => AccountKind, {
    description: 'Customer or internal department; internal ones stand outside all revenue figures.',
  })
  kind!: AccountKind;

  @Column('text', { name: 'structure' })
  @Field(() => OrganisationStructure, {
    description: 'Who decides about us; while unknown, both levels count as deciding.',
  })
  structure!: OrganisationStructure;

  @Column('text', { name: 'structure_basis', nullable: true })
  @Field(() => Basis, {
    nullable: true,
    description: 'Whether the structure was stated or inferred; null while unknown.',
  })
  structureBasis!: Basis | null;

  /** Who stated the structure: a person's word outlasts every import of a field. Null unless stated. */
  @Column('text', { name: 'structure_stated_by', nullable: true })
  structureStatedBy!: StatedBy | null;

  @Column('text', { name: 'segment', nullable: true })
  @Field(() => String, { nullable: true, description: 'The market segment, in the words of the tenant.' })
  segment!: string | null;

  @Column('numeric', { name: 'annual_amount', nullable: true })
  annualAmount!: string | null;

  @Column('text', { name: 'annual_currency', nullable: true })
  annualCurrency!: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What the account is worth to us in a year; null while not known.',
  })
  annualValue?: Money | null;

  @Column('date', { name: 'renewal_on', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When the contract is next renewed or lost.' })
  renewalOn!: string | null;

  /** Worked out from the loyalty events that stand, by whoever writes them. */
  @Column('date', { name: 'lost_on', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Since when it is no longer with us: the day of its last LOST, unless a renewal, expansion, contraction or win-back followed. Null while it is with us.',
  })
  lostOn?: string | null;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('accounts_owner_fk', 'owner_id'))
  owner?: Relation<User> | null;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('accounts_parent_fk', 'parent_id'))
  parent?: Relation<Account> | null;

  @Column('int', { name: 'version' })
  @Field(() => Int, {
    description: 'Rises with every change; send it as `expectedVersion` to refuse overwriting a newer one.',
  })
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: string;
}
