import { Injectable } from '@nestjs/common';
import { AccessService } from '../../access/access.service.js';
import { StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { AmplificationOutcome } from '../../domain/advocacy/terms.js';
import { ParticipantsReader } from '../../stakeholders/references/participants.reader.js';
import type { Stakeholder } from '../../stakeholders/stakeholder.entity.js';
import { KitsReader } from '../kits/kits.reader.js';
import { Amplification } from './amplification.entity.js';
import type { RecordAmplificationInput, RecordAskInput } from './amplifications.inputs.js';
import { Ask } from './ask.entity.js';
import { Hearer } from './hearer.entity.js';

/** What forbade asking and was overridden, and why; null reason and no codes when nothing did. */
export interface Override {
  overridden: string[];
  overrideReason: string | null;
}

/** Records that advocates spoke and that people were asked. Whether that was allowed is for the caller to have found out. */
@Injectable()
export class AmplificationsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly participants: ParticipantsReader,
    private readonly kits: KitsReader,
    private readonly access: AccessService,
  ) {}

  async recordAmplification(
    advocate: Stakeholder,
    input: RecordAmplificationInput,
    override: Override,
  ): Promise<Amplification> {
    const { message, setting, occurredAt } = input;
    const audience = await this.getAudience(advocate, input);
    const amplification: Amplification = {
      ...this.stamp(),
      accountId: advocate.accountId,
      advocateId: advocate.id,
      message,
      kitId: input.kit ? (await this.kits.getKit(input.kit, ['input', 'kit'])).id : null,
      setting: setting ?? null,
      occurredAt,
      ...override,
    };
    await this.transaction.query(insertRows(Amplification, [amplification]));
    const { tenantId, id: amplificationId } = amplification;
    const hearers = audience.map((stakeholder, position) => ({
      tenantId,
      amplificationId,
      stakeholderId: stakeholder.id,
      outcome: input.audience[position]?.outcome ?? AmplificationOutcome.UNKNOWN,
    }));
    await this.transaction.query(insertRows(Hearer, hearers));
    this.transaction.touch([advocate.accountId]);
    return amplification;
  }

  async recordAsk(
    { id, accountId }: Stakeholder,
    { kind, note, askedAt }: RecordAskInput,
    override: Override,
  ): Promise<Ask> {
    const ask: Ask = { ...this.stamp(), stakeholderId: id, kind, note: note ?? null, askedAt, ...override };
    await this.transaction.query(insertRows(Ask, [ask]));
    this.transaction.touch([accountId]);
    return ask;
  }

  /** In the order of the input. */
  private async getAudience(
    advocate: Stakeholder,
    { audience }: RecordAmplificationInput,
  ): Promise<Stakeholder[]> {
    const path = ['input', 'audience'];
    const refs = audience.map(({ stakeholder }) => stakeholder);
    const people = await this.participants.getParticipants(advocate.accountId, refs, path);
    if (people.length < refs.length) {
      throw new StrataError('INVALID_INPUT', 'Name everybody who heard it once.', path);
    }
    if (people.some(({ id }) => id === advocate.id)) {
      throw new StrataError('INVALID_INPUT', 'Nobody is their own audience.', path);
    }
    return people;
  }

  private stamp(): { tenantId: string; id: string; recordedById: string | null; recordedAt: string } {
    const { tenantId, now: recordedAt } = this.transaction;
    return { tenantId, id: newId(), recordedById: this.access.caller.user?.id ?? null, recordedAt };
  }
}
