import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { DateTimeScalar } from '../../common/scalars.js';
import { oneOf } from '../../database/columns.js';
import { OrganisationLevel } from '../../domain/terms.js';
import { KitLink } from './kits.types.js';

@Entity('kits')
@Index('kits_title', ['tenantId', 'title', 'version'], { unique: true })
@Check('kits_level', oneOf('level', OrganisationLevel))
@ObjectType({
  description: 'What an advocate is equipped with: knowledge, figures, tools. A new version is a new kit.',
})
export class Kit {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  @Field(() => ID, { description: 'Our id.' })
  id!: string;

  @Column('text', { name: 'title' })
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Column('text', { name: 'version' })
  @Field(() => String, { description: 'Which version of it, as `2026-2`.' })
  version!: string;

  @Column('text', { name: 'description', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is in it.' })
  description!: string | null;

  @Column('jsonb', { name: 'links' })
  @Field(() => [KitLink], { description: 'Where its parts lie.' })
  links!: KitLink[];

  @Column('text', { name: 'level', nullable: true })
  @Field(() => OrganisationLevel, { nullable: true, description: 'The level it speaks to; null for any.' })
  level!: OrganisationLevel | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field(() => DateTimeScalar, { description: 'Since when there is this version.' })
  createdAt!: string;
}
