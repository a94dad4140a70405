import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType()
export class Money {
  @Field(() => String)
  amount!: string;

  @Field(() => String)
  currency!: string;
}

@Entity('accounts')
@ObjectType()
export class Account {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID)
  id!: string;

  @Column('text')
  @Field(() => String)
  name!: string;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  segment!: string | null;

  @Column('text')
  @Field(() => String)
  structure!: string;

  @Column('date', { name: 'renewal_on', nullable: true })
  @Field(() => String, { nullable: true })
  renewalOn!: string | null;

  @Column('numeric', { name: 'annual_amount', nullable: true })
  annualAmount!: string | null;

  @Column('text', { name: 'annual_currency', nullable: true })
  annualCurrency!: string | null;
}
