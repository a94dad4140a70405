import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { withinTenant } from '../database/columns.js';
import { User } from './user.entity.js';
import type { Scope } from '../domain/rights.js';

/** A key to the API. Only a hash of its secret is stored: who loses a key makes a new one. */
@Entity('api_keys')
@Index('api_keys_user', ['tenantId', 'userId'])
export class ApiKey {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('text', { name: 'name' })
  name!: string;

  /** SHA-256 of the secret, in hex. The secret is 256 random bits, so a slow hash would protect nothing more. */
  @Column('text', { name: 'secret_hash' })
  secretHash!: string;

  @Column('text', { name: 'scopes', array: true })
  scopes!: Scope[];

  /** The person the key acts for; null for an integration. */
  @Column('uuid', { name: 'user_id', nullable: true })
  userId!: string | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('api_keys_user_fk', 'user_id'))
  user?: Relation<User> | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: string;
}
