import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { DateScalar } from '../common/scalars.js';
import { oneOf, withinTenant } from '../database/columns.js';
import { OrganisationLevel } from '../domain/terms.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';

@Entity('decisions')
@Index('decisions_account', ['tenantId', 'accountId', 'decidedOn', 'id'])
@Index('decisions_decided_by', ['tenantId', 'decidedById'])
@Check('decisions_level', oneOf('level', OrganisationLevel))
@Check('decisions_approvals', 'approvals BETWEEN 0 AND 50')
@ObjectType({
  description:
    'A decision of the customer that we observed: it tells who really decides there. Never changed.',
})
export class Decision {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('decisions_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('text', { name: 'subject' })
  @Field(() => String, { description: 'What was decided, in a line.' })
  subject!: string;

  @Column('date', { name: 'decided_on' })
  @Field(() => DateScalar, { description: 'When.' })
  decidedOn!: string;

  @Column('uuid', { name: 'decided_by_id', nullable: true })
  decidedById!: string | null;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('decisions_decided_by_fk', 'decided_by_id'))
  decidedBy?: Relation<Stakeholder> | null;

  @Column('text', { name: 'level' })
  @Field(() => OrganisationLevel, { description: 'The level that decided.' })
  level!: OrganisationLevel;

  @Column('int', { name: 'approvals', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'How many others had to approve, 0 to 50; null when not known.',
  })
  approvals!: number | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
