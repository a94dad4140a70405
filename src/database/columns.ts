import type { JoinColumnOptions } from 'typeorm';

/** The text of a CHECK constraint that holds a column to an enum's values. */
export function oneOf(column: string, values: Record<string, string>): string {
  const list = Object.values(values).map((value) => `'${value}'`);
  return `${column} IN (${list.join(', ')})`;
}

/** The columns of a foreign key within one tenant: no row can point at another tenant's. */
export function withinTenant(constraint: string, column: string, referenced = 'id'): JoinColumnOptions[] {
  return [
    { name: 'tenant_id', referencedColumnName: 'tenantId', foreignKeyConstraintName: constraint },
    { name: column, referencedColumnName: referenced, foreignKeyConstraintName: constraint },
  ];
}
