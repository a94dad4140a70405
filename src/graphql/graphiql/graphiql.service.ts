import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { AccessReader } from '../../access/access.reader.js';
import { AccessService } from '../../access/access.service.js';
import { Clock } from '../../common/clock.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { Scope } from '../../domain/rights.js';
import { ExampleReader, type Example } from './example.reader.js';
import { firstQuestions } from './questions.js';

/** The editor as it is sent: the page, and what the browser may run of it. */
export interface EditorPage {
  html: string;
  contentSecurityPolicy: string;
}

const HOUR_MS = 3_600_000;
const KEY_LASTS_MS = 12 * HOUR_MS;

/** Makes the editor page for people who try the API on their own machine. Nothing of it comes from elsewhere. */
@Injectable()
export class GraphiqlService {
  private key: { text: string; tenantId: string; expiresAt: string } | null = null;

  constructor(
    private readonly access: AccessService,
    private readonly reader: AccessReader,
    private readonly examples: ExampleReader,
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** `withKey`: only for somebody who could read the database's files anyway. */
  async page(withKey: boolean): Promise<EditorPage> {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    const key = withKey ? await this.currentKey() : null;
    const headers: Record<string, string> = key ? { authorization: `Bearer ${key.text}` } : {};
    const questions = firstQuestions(this.clock.today(), key ? await this.exampleOf(key.tenantId) : null);
    const shown = JSON.stringify(key ? headers : { authorization: 'Bearer strata_...' }, null, 2);
    const html = renderGraphiQL({
      title: 'Strata',
      endpoint: '/graphql',
      shouldPersistHeaders: false,
      additionalHeaders: headers,
      defaultHeaders: shown,
      defaultTabs: questions.map((question) => ({ ...question, headers: shown })),
    });
    const nonce = randomBytes(16).toString('base64');
    return {
      html: html.replace('<script>', `<script nonce="${nonce}">`),
      contentSecurityPolicy: policy(nonce),
    };
  }

  private exampleOf(tenantId: string): Promise<Example | null> {
    const scope = { tenantId, ownerId: null, access: 'read' } as const;
    return this.transaction.run(scope, () => this.examples.findExample());
  }

  /** A key to the first tenant that ends by itself; made anew when it has less than an hour left. */
  private async currentKey(): Promise<{ text: string; tenantId: string } | null> {
    const now = Date.parse(this.clock.now());
    if (this.key && Date.parse(this.key.expiresAt) - now > HOUR_MS) return this.key;
    const [tenantId] = await this.reader.listTenants();
    if (!tenantId) return null;
    const expiresAt = new Date(now + KEY_LASTS_MS).toISOString();
    const text = await this.transaction.run({ tenantId, ownerId: null, access: 'write' }, () =>
      this.access.createKey({ name: 'GraphiQL', scopes: [Scope.ADMIN], expiresAt }),
    );
    this.key = { text, tenantId, expiresAt };
    return this.key;
  }
}

/** The page's own script, workers it makes itself, styles it sets while running, and requests to us: nothing else. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
