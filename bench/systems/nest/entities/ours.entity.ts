import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { toTenants } from './columns.js';
import { Stakeholder } from './stakeholder.entity.js';

@Entity('team_members')
@ObjectType()
export class TeamMember {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID)
  id!: string;

  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;

  @Column('text', { name: 'function' })
  @Field(() => String)
  ourFunction!: string;

  @Column('boolean')
  @Field(() => Boolean)
  leader!: boolean;

  @Column('date')
  @Field(() => String)
  since!: string;

  @Column('date', { nullable: true }) until!: string | null;

  @OneToMany(() => Counterpart, (counterpart) => counterpart.member)
  counterpartRows!: Relation<Counterpart>[];
}

@Entity('counterparts')
export class Counterpart {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId!: string;
  @PrimaryColumn('uuid', { name: 'stakeholder_id' }) stakeholderId!: string;
  @ManyToOne(() => TeamMember, (member) => member.counterpartRows)
  @JoinColumn(toTenants('member_id'))
  member!: Relation<TeamMember>;
  @ManyToOne(() => Stakeholder)
  @JoinColumn(toTenants('stakeholder_id'))
  stakeholder!: Relation<Stakeholder>;
}

@Entity('commitments')
export class Commitment {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text') promise!: string;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column('text', { nullable: true }) settled!: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
  @OneToMany(() => CommitmentRecipient, (recipient) => recipient.commitment)
  recipients!: Relation<CommitmentRecipient>[];
}

@Entity('commitment_recipients')
export class CommitmentRecipient {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid', { name: 'commitment_id' }) commitmentId!: string;
  @PrimaryColumn('uuid', { name: 'stakeholder_id' }) stakeholderId!: string;
  @ManyToOne(() => Commitment, (commitment) => commitment.recipients)
  @JoinColumn(toTenants('commitment_id'))
  commitment!: Relation<Commitment>;
}

@Entity('decisions')
export class Decision {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('date', { name: 'decided_on' }) decidedOn!: string;
  @Column('uuid', { name: 'decided_by_id', nullable: true }) decidedById!: string | null;
  @Column('text') level!: string;
  @Column('int', { nullable: true }) approvals!: number | null;
}
