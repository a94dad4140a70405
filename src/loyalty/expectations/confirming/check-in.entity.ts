import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../../../access/user.entity.js';
import { DateTimeScalar } from '../../../common/scalars.js';
import { oneOf, withinTenant } from '../../../database/columns.js';
import { CheckInResult } from '../../../domain/loyalty/terms.js';
import { Stakeholder } from '../../../stakeholders/stakeholder.entity.js';
import { Expectation } from '../expectation.entity.js';

@Entity('check_ins')
@Index('check_ins_expectation', ['tenantId', 'expectationId', 'heldAt', 'id'])
@Index('check_ins_recorded_by', ['tenantId', 'recordedById'])
@Check('check_ins_result', oneOf('result', CheckInResult))
@ObjectType({
  description: 'Both sides looked at an expectation and said how it is met. Never changed afterwards.',
})
export class CheckIn {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('uuid', { name: 'expectation_id' })
  expectationId!: string;

  @ManyToOne(() => Expectation, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('check_ins_expectation_fk', 'expectation_id'))
  expectation?: Relation<Expectation>;

  @Column('text', { name: 'result' })
  @Field(() => CheckInResult, { description: 'How it was found to be met.' })
  result!: CheckInResult;

  @Column('text', { name: 'comment', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was said about it.' })
  comment!: string | null;

  @Column('timestamptz', { name: 'held_at' })
  @Field(() => DateTimeScalar, { description: 'When.' })
  heldAt!: string;

  @Column('uuid', { name: 'recorded_by_id', nullable: true })
  recordedById!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('check_ins_recorded_by_fk', 'recorded_by_id'))
  recordedBy?: Relation<User> | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}

/** Who of the account took part in a check-in. Never rewritten. */
@Entity('check_in_participants')
@Index('check_in_participants_stakeholder', ['tenantId', 'stakeholderId', 'checkInId'])
export class CheckInParticipant {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'check_in_id' })
  checkInId!: string;

  @ManyToOne(() => CheckIn, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('check_in_participants_check_in_fk', 'check_in_id'))
  checkIn?: Relation<CheckIn>;

  @PrimaryColumn('uuid', { name: 'stakeholder_id' })
  stakeholderId!: string;

  @ManyToOne(() => Stakeholder, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('check_in_participants_stakeholder_fk', 'stakeholder_id'))
  stakeholder?: Relation<Stakeholder>;
}
