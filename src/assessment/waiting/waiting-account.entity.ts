import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Account } from '../../accounts/account.entity.js';
import { withinTenant } from '../../database/columns.js';
import type { Standing } from '../../domain/judgement-terms.js';

/**
 * An account that an import wrote about and that has not been judged since. The row comes in the transaction that wrote,
 * and goes in the one that judges: whatever ends in between, the account still waits.
 */
@Entity('waiting_accounts')
export class WaitingAccount {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('waiting_accounts_account_fk', 'account_id'))
  account?: Relation<Account>;

  /** When the first write came that it has not been judged by. */
  @Column('timestamptz', { name: 'since' })
  since!: string;

  /** The standing it had before; null for an account that was never judged. */
  @Column('text', { name: 'standing_before', nullable: true })
  standingBefore!: Standing | null;
}
