/** The columns of a foreign key: every key begins with the tenant. */
export const toTenants = (column: string) => [
  { name: 'tenant_id', referencedColumnName: 'tenantId' },
  { name: column, referencedColumnName: 'id' },
];
