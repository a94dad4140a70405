import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { withinTenant } from '../database/columns.js';
import { Account } from './account.entity.js';

/** The id an account has in another system; at most one account answers to it. */
@Entity('account_external_ids')
@Index('account_external_ids_account', ['tenantId', 'accountId'])
export class AccountExternalId {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('text', { name: 'system' })
  system!: string;

  @PrimaryColumn('text', { name: 'external_id' })
  externalId!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('account_external_ids_account_fk', 'account_id'))
  account?: Relation<Account>;
}
