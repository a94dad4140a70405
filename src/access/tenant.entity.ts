import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The directory of tenants: ids and nothing else, because it is the one table that every tenant's statements may
 * read. What a tenant says of itself is in its settings.
 */
@Entity('tenants')
export class Tenant {
  @PrimaryColumn('uuid', { name: 'id' })
  id!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: string;
}

/** What a tenant is called and how it wants to be judged and shown. */
@Entity('tenant_settings')
@Check('tenant_settings_currency', "reporting_currency ~ '^[A-Z]{3}$'")
export class TenantSettings {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @Column('text', { name: 'name' })
  name!: string;

  /** ISO 4217; sums over accounts are given in it. */
  @Column('text', { name: 'reporting_currency' })
  reportingCurrency!: string;

  /** Numbers of the method that this tenant has set differently; see `domain/method.ts`. */
  @Column('jsonb', { name: 'method_overrides' })
  methodOverrides!: Record<string, unknown>;
}
