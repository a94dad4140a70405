import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Amplification } from '../advocacy/amplifications/amplification.entity.js';
import type {
  RecordAmplificationInput,
  RecordAskInput,
} from '../advocacy/amplifications/amplifications.inputs.js';
import { AmplificationsService, type Override } from '../advocacy/amplifications/amplifications.service.js';
import type { Ask } from '../advocacy/amplifications/ask.entity.js';
import { refuseFormer } from '../advocacy/kits/kits.service.js';
import { StrataError } from '../common/errors.js';
import type { RefInput } from '../common/reference.types.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { Instant } from '../domain/facts.js';
import type { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../stakeholders/stakeholders.reader.js';
import { askingRefused, GuardsReader } from './guards.reader.js';

/** Records that people were asked, unless asking was guarded at the time and nobody says why it was done all the same. */
@Injectable()
export class AskingService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly stakeholders: StakeholdersReader,
    private readonly guards: GuardsReader,
    private readonly amplifications: AmplificationsService,
  ) {}

  /** RULE_BROKEN, with every reason, while asking is guarded and `reason` is null. */
  async recordAmplification(input: RecordAmplificationInput, reason: string | null): Promise<Amplification> {
    this.refuseFuture(input.occurredAt, 'occurredAt');
    const advocate = await this.getPerson(input.advocate, 'advocate', input.occurredAt);
    const override = await this.override(advocate, input.occurredAt, reason);
    return this.amplifications.recordAmplification(advocate, input, override);
  }

  /** The same for anything else that is asked. */
  async recordAsk(input: RecordAskInput, reason: string | null): Promise<Ask> {
    this.refuseFuture(input.askedAt, 'askedAt');
    const person = await this.getPerson(input.stakeholder, 'stakeholder', input.askedAt);
    return this.amplifications.recordAsk(person, input, await this.override(person, input.askedAt, reason));
  }

  private async getPerson(ref: RefInput, field: string, at: Instant): Promise<Stakeholder> {
    const person = await this.stakeholders.getStakeholder(ref, ['input', field]);
    refuseFormer(person, at, ['input', field]);
    return person;
  }

  private async override(person: Stakeholder, at: Instant, given: string | null): Promise<Override> {
    const reason = given === null ? null : inWords(given);
    await this.lock(person.id);
    const guarded = await this.guards.getGuarded(person, at);
    const overridden = guarded.guards.map(({ code }) => code);
    if (overridden.length === 0) return { overridden, overrideReason: null };
    if (reason === null) throw askingRefused(guarded);
    return { overridden, overrideReason: reason };
  }

  /** Of two who ask the same person at once the second waits here, and then sees that they were asked. */
  private async lock(stakeholderId: string): Promise<void> {
    await this.transaction.query(
      sql`SELECT s.id FROM stakeholders s
          WHERE s.tenant_id = ${this.transaction.tenantId} AND s.id = ${stakeholderId} FOR NO KEY UPDATE`,
    );
  }

  private refuseFuture(at: Instant, field: string): void {
    if (at <= this.transaction.now) return;
    throw new StrataError('INVALID_INPUT', 'What was asked is recorded once it was asked.', ['input', field]);
  }
}

function inWords(reason: string): string {
  const words = reason.trim();
  if (words.length === 0 || words.length > 2_000 || words.includes('\0')) {
    throw new StrataError('INVALID_INPUT', 'Say why in 1 to 2,000 characters.', ['overrideReason']);
  }
  return words;
}
