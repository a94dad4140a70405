import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A human being, who may hold seats at several accounts. */
@Entity('people')
@Index('people_email', ['tenantId', 'email'])
export class Person {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'full_name' })
  fullName!: string;

  /** As written, its domain in lower case; null while not known. Not unique: teams share mailboxes. */
  @Column('text', { name: 'email', nullable: true })
  email!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: string;
}
