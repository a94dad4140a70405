import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { withinTenant } from '../database/columns.js';
import type { Basis, OrganisationStructure } from '../domain/terms.js';
import { Account } from './account.entity.js';

/** How an account stood from `recordedAt` on: one row per change, never rewritten, so that it can be judged as of a past day. */
@Entity('account_states')
@Index('account_states_account', ['tenantId', 'accountId', 'recordedAt'])
export class AccountState {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('account_states_account_fk', 'account_id'))
  account?: Relation<Account>;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;

  @Column('text', { name: 'structure' })
  structure!: OrganisationStructure;

  @Column('text', { name: 'structure_basis', nullable: true })
  structureBasis!: Basis | null;

  @Column('numeric', { name: 'annual_amount', nullable: true })
  annualAmount!: string | null;

  @Column('text', { name: 'annual_currency', nullable: true })
  annualCurrency!: string | null;
}
