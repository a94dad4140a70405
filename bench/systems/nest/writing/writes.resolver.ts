import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Account } from '../entities/account.entity.js';
import { Answer } from '../entities/answer.entity.js';
import { Interaction, InteractionStakeholder } from '../entities/interaction.entity.js';
import { Stakeholder } from '../entities/stakeholder.entity.js';
import { LogInteractionInput, SatisfactionAnswerInput } from '../inputs.js';
import type { RequestContext } from '../request-context.js';
import { AssessingService } from './assessing.service.js';
import { newId } from './ids.js';

@ObjectType()
export class ItemError {
  @Field(() => String) code!: string;
  @Field(() => String) message!: string;
}

@ObjectType()
export class SatisfactionResult {
  @Field(() => String) status!: string;
  @Field(() => Answer, { nullable: true }) answer!: Answer | null;
  @Field(() => ItemError, { nullable: true }) error!: ItemError | null;
}

@ObjectType()
export class RecordSatisfactionPayload {
  @Field(() => [SatisfactionResult]) results!: SatisfactionResult[];
}

@ObjectType()
export class LogInteractionPayload {
  @Field(() => Interaction) interaction!: Interaction;
  @Field(() => Account) account!: Account;
}

@Resolver()
export class WritesResolver {
  constructor(private readonly assessing: AssessingService) {}

  @Mutation(() => RecordSatisfactionPayload)
  async recordSatisfaction(
    @Args('answers', { type: () => [SatisfactionAnswerInput] }) [input]: SatisfactionAnswerInput[],
    @Context() context: RequestContext,
  ): Promise<RecordSatisfactionPayload> {
    if (!input) return { results: [] };
    const { manager, tenantId } = context;
    const seat = await manager
      .getRepository(Stakeholder)
      .findOneByOrFail({ tenantId, id: input.stakeholder.id });
    const known = await manager
      .getRepository(Answer)
      .findOneBy({ tenantId, externalSystem: input.external.system, externalId: input.external.id });
    if (known) return { results: [{ status: 'UNCHANGED', answer: known, error: null }] };
    const answer = await manager.getRepository(Answer).save(answerFrom(seat, input));
    await this.assessing.reassess(context, seat.accountId);
    return { results: [{ status: 'CREATED', answer, error: null }] };
  }

  @Mutation(() => LogInteractionPayload)
  async logInteraction(
    @Args('input', { type: () => LogInteractionInput }) input: LogInteractionInput,
    @Context() context: RequestContext,
  ): Promise<LogInteractionPayload> {
    const { manager, tenantId } = context;
    const account = await manager.getRepository(Account).findOneByOrFail({ tenantId, id: input.account.id });
    const external = { externalSystem: input.external.system, externalId: input.external.id };
    const known = await manager.getRepository(Interaction).findOneBy({ tenantId, ...external });
    if (known) return { interaction: known, account };
    const { channel, occurredAt, notes = null } = input;
    const fresh = { tenantId, id: newId(), accountId: account.id, channel, occurredAt, notes, ...external };
    const interaction = await manager
      .getRepository(Interaction)
      .save({ ...fresh, outcome: null, loggedById: null, recordedAt: new Date() });
    const participants = input.stakeholders.map(({ id }) => ({
      tenantId,
      interactionId: interaction.id,
      stakeholderId: id,
    }));
    await manager.getRepository(InteractionStakeholder).save(participants);
    await this.assessing.reassess(context, account.id);
    return { interaction: interaction as Interaction, account };
  }
}

function answerFrom(seat: Stakeholder, { external, value, answeredAt, instrument }: SatisfactionAnswerInput) {
  return {
    tenantId: seat.tenantId,
    id: newId(),
    accountId: seat.accountId,
    stakeholderId: seat.id,
    instrument,
    measure: 'ADVOCACY',
    score: value.number * 10,
    choice: null,
    items: null,
    provenance: 'CUSTOMER_STATED',
    solicited: true,
    answeredAt,
    supersedesId: null,
    externalSystem: external.system,
    externalId: external.id,
    recordedAt: new Date(),
  };
}
