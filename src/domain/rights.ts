/** What one of our people may do: an account manager on their own accounts, a sales leader by reading, an admin all. */
export enum Role {
  ACCOUNT_MANAGER = 'ACCOUNT_MANAGER',
  SALES_LEADER = 'SALES_LEADER',
  ADMIN = 'ADMIN',
}

/** What an API key may be used for. `admin` includes `write`, `write` includes `read`. */
export enum Scope {
  READ = 'read',
  WRITE = 'write',
  ADMIN = 'admin',
}

const REACH: Record<Scope, readonly Scope[]> = {
  [Scope.READ]: [Scope.READ],
  [Scope.WRITE]: [Scope.READ, Scope.WRITE],
  [Scope.ADMIN]: [Scope.READ, Scope.WRITE, Scope.ADMIN],
};

const ROLE_SCOPES: Record<Role, readonly Scope[]> = {
  [Role.ACCOUNT_MANAGER]: [Scope.READ, Scope.WRITE],
  [Role.SALES_LEADER]: [Scope.READ],
  [Role.ADMIN]: [Scope.READ, Scope.WRITE, Scope.ADMIN],
};

/** All that the given scopes include. */
export function scopesIncluded(scopes: readonly Scope[]): Scope[] {
  return Object.values(Scope).filter((scope) => scopes.some((given) => REACH[given].includes(scope)));
}

/** A user's key never allows more than the user's role does, whatever scopes it was made with. */
export function scopesOf(role: Role | null, scopes: readonly Scope[]): Scope[] {
  const included = scopesIncluded(scopes);
  return role === null ? included : included.filter((scope) => ROLE_SCOPES[role].includes(scope));
}
