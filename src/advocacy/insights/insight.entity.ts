import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../access/user.entity.js';
import { Account } from '../../accounts/account.entity.js';
import { DateTimeScalar } from '../../common/scalars.js';
import { oneOf, withinTenant } from '../../database/columns.js';
import { OurFunction } from '../../domain/terms.js';

@Entity('insights')
@Index('insights_account', ['tenantId', 'accountId', 'learnedAt', 'id'])
@Index('insights_segment', ['tenantId', 'segment', 'learnedAt', 'id'])
@Index('insights_interaction', ['tenantId', 'interactionId'])
@Index('insights_recorded_by', ['tenantId', 'recordedById'])
@Index('insights_external', ['tenantId', 'externalSystem', 'externalId'], { unique: true })
@Check('insights_function', oneOf('our_function', OurFunction))
@Check('insights_about', '(account_id IS NULL) <> (segment IS NULL)')
@ObjectType({
  description:
    'Something one of our functions learned about an account or a segment. Never changed afterwards.',
})
export class Insight {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  @ManyToOne(() => Account, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('insights_account_fk', 'account_id'))
  account?: Relation<Account> | null;

  @Column('text', { name: 'segment', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The segment it is about; null when it is about an account.',
  })
  segment!: string | null;

  @Column('text', { name: 'our_function' })
  @Field(() => OurFunction, { description: 'Which of our functions learned it.' })
  ourFunction!: OurFunction;

  @Column('text', { name: 'statement' })
  @Field(() => String, { description: 'What was learned, in words.' })
  statement!: string;

  @Column('uuid', { name: 'interaction_id', nullable: true })
  interactionId!: string | null;

  /** Named as text: contacts come after what is learned in them, so this room does not import theirs. */
  @ManyToOne('Interaction', { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('insights_interaction_fk', 'interaction_id'))
  interaction?: object | null;

  @Column('timestamptz', { name: 'learned_at' })
  @Field(() => DateTimeScalar, { description: 'When it was learned.' })
  learnedAt!: string;

  @Column('uuid', { name: 'recorded_by_id', nullable: true })
  recordedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('insights_recorded_by_fk', 'recorded_by_id'))
  recordedBy?: Relation<User> | null;

  @Column('text', { name: 'external_system', nullable: true })
  externalSystem!: string | null;

  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
