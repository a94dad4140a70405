import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { AccessService } from '../src/access/access.service.js';
import { createApp } from '../src/app.setup.js';
import { SweepService } from '../src/assessment/sweep/sweep.service.js';
import { Clock } from '../src/common/clock.js';
import { readSettings } from '../src/config/settings.js';
import { TenantTransaction } from '../src/database/tenant-transaction.js';
import { createTenant } from '../src/database/tenants.js';
import { Role, Scope } from '../src/domain/rights.js';
import { guardLeaves } from './guarded-leaves.js';
import { guardRows } from './guarded-rows.js';
import { createMigratedDatabase } from './migrated-database.js';
import { RoundRobin } from './scale/round-robin.js';
import { SeenStatements } from './scale/seen-statements.js';
import { serviceAddress } from './service-address.js';
import type { ThrowawayDatabase } from './throwaway-database.js';

/** What a GraphQL request answers. */
export interface Answer<Data> {
  status: number;
  data: Data;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; details: Record<string, unknown> };
  }[];
}

/** How many instances serve one address; a run of the whole suite can ask for several. */
const INSTANCES = Number(process.env.STRATA_TEST_INSTANCES ?? '1');

/** A pooler may know nothing of prepared statements: PgBouncer before its version 1.21. */
const BEHIND_POOLER = process.env.STRATA_TEST_POOLER ? { DATABASE_PREPARE: 'off' } : {};

/** A running service on a database of its own, with a clock that stands still. */
export class TestService {
  private constructor(
    /** The first instance; most services have no other. */
    readonly app: NestExpressApplication,
    readonly others: readonly NestExpressApplication[],
    readonly database: ThrowawayDatabase,
    /** What stands before several instances; null before one. */
    readonly front: RoundRobin | null,
    private readonly seen: SeenStatements,
  ) {}

  static async start(
    environment: Record<string, string> = {},
    instances: number = INSTANCES,
  ): Promise<TestService> {
    const database = await createMigratedDatabase();
    const settings = readSettings({ NODE_ENV: 'test', ...BEHIND_POOLER, ...environment });
    const seen = new SeenStatements();
    const apps: NestExpressApplication[] = [];
    for (let instance = 0; instance < instances; instance += 1) {
      const app = await createApp(settings, await serviceAddress(database.url));
      seen.watch(app);
      guardRows(app);
      guardLeaves(app);
      await app.listen(0, '127.0.0.1');
      apps.push(app);
    }
    const [app, ...others] = apps;
    if (!app) throw new Error('A service has at least one instance.');
    const front = others.length > 0 ? await RoundRobin.before(apps.map(portOf)) : null;
    return new TestService(app, others, database, front, seen);
  }

  async stop(): Promise<void> {
    await this.front?.stop();
    for (const app of [this.app, ...this.others]) await app.close();
    this.seen.keep();
    await this.database.drop();
  }

  /** Where requests go: to the one instance, or to each in turn. */
  get address(): string {
    return addressAt(this.front?.port ?? portOf(this.app));
  }

  /** The addresses of the instances themselves. */
  get addresses(): string[] {
    return [this.app, ...this.others].map((app) => addressAt(portOf(app)));
  }

  /** From now on it is this instant for the service. */
  setClock(now: string): void {
    for (const app of [this.app, ...this.others]) app.get(Clock).now = () => now;
  }

  /** A new tenant and an admin key to it. */
  async createTenant(id?: string): Promise<{ tenantId: string; key: string }> {
    const tenantId = await createTenant(this.database.url, { name: 'Test', reportingCurrency: 'EUR', id });
    return { tenantId, key: await this.createKey(tenantId, [Scope.READ, Scope.WRITE, Scope.ADMIN]) };
  }

  /** A key for an integration with these scopes. */
  createKey(tenantId: string, scopes: readonly Scope[], expiresAt: string | null = null): Promise<string> {
    return this.asOperator(tenantId, (access) => access.createKey({ name: 'test', scopes, expiresAt }));
  }

  /** A key for one of our people. */
  createUserKey(tenantId: string, email: string, role: Role): Promise<string> {
    return this.asOperator(tenantId, async (access) => {
      const user = await access.createUser({ email, name: email, role });
      return access.createKey({ name: email, scopes: [Scope.ADMIN], userId: user.id });
    });
  }

  /** Does what the service does by itself once a day. Returns how many accounts were judged. */
  sweep(): Promise<number> {
    return this.app.get(SweepService).sweep(this.app.get(Clock).now());
  }

  async ask<Data>(
    key: string | null,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Answer<Data>> {
    const response = await fetch(this.address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<Data>, 'status'>) };
  }

  /** The data of an answer without errors; fails the test if there are any. */
  async get<Data>(key: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(key, query, variables);
    if (errors) throw new Error(JSON.stringify(errors, null, 2));
    return data;
  }

  private asOperator<T>(tenantId: string, work: (access: AccessService) => Promise<T>): Promise<T> {
    const access = this.app.get(AccessService);
    return this.app
      .get(TenantTransaction)
      .run({ tenantId, ownerId: null, access: 'write' }, () => work(access));
  }
}

function portOf(app: NestExpressApplication): number {
  return (app.getHttpServer().address() as AddressInfo).port;
}

function addressAt(port: number): string {
  return `http://127.0.0.1:${port}/graphql`;
}
