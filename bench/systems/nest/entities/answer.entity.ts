import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('satisfaction_answers')
@ObjectType()
export class Answer {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID)
  id!: string;

  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('uuid', { name: 'stakeholder_id' }) stakeholderId!: string;

  @Column('text')
  @Field(() => String)
  instrument!: string;

  @Column('text') measure!: string;

  @Column('float8', { nullable: true })
  @Field(() => Float, { nullable: true })
  score!: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  choice!: string | null;

  @Column('jsonb', { nullable: true }) items!: Record<string, number> | null;

  @Column('text')
  @Field(() => String)
  provenance!: string;

  @Column('boolean') solicited!: boolean;

  @Column('timestamptz', { name: 'answered_at' })
  @Field(() => Date)
  answeredAt!: Date;

  @Column('uuid', { name: 'supersedes_id', nullable: true }) supersedesId!: string | null;
  @Column('text', { name: 'external_system', nullable: true }) externalSystem!: string | null;
  @Column('text', { name: 'external_id', nullable: true }) externalId!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
