import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { newId } from '../common/new-id.js';
import type { Item } from '../common/batch.js';
import { notFound, StrataError } from '../common/errors.js';
import { externalKey, refKey } from '../common/reference.types.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { findFault } from '../common/validation/validation.js';
import { scoreAnswer, type AnswerRefusal, type RefusalCode } from '../domain/instruments/score-answer.js';
import type { Instrument } from '../domain/instruments/instrument.js';
import { saysTheSame } from '../domain/map/record.js';
import { Provenance } from '../domain/terms.js';
import { ReferencedStakeholdersReader } from '../stakeholders/references/referenced-stakeholders.reader.js';
import type { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { AnswersReader } from './answers.reader.js';
import { InstrumentsReader } from './instruments/instruments.reader.js';
import type { SatisfactionAnswer } from './satisfaction-answer.entity.js';
import { SatisfactionAnswerInput } from './satisfaction.inputs.js';

/** An answer that is to be recorded. */
export interface AnswerPlan {
  index: number;
  answer: Omit<
    SatisfactionAnswer,
    'tenantId' | 'level' | 'recordedAt' | 'account' | 'stakeholder' | 'supersedes'
  >;
}

/** A plan, the id under which the same answer is recorded already, or the refusal of the item. */
export type PlannedAnswer =
  AnswerPlan | { index: number; known: string } | { index: number; refused: StrataError };

interface Known {
  /** By `refKey`. */
  stakeholders: ReadonlyMap<string, Stakeholder>;
  scales: ReadonlyMap<string, Instrument>;
  recorded: ReadonlyMap<string, SatisfactionAnswer>;
  corrected: ReadonlyMap<string, SatisfactionAnswer>;
  corrections: ReadonlyMap<string, SatisfactionAnswer>;
}

/** What to say of a value that does not fit its instrument. */
const REFUSALS: Record<RefusalCode, string> = {
  NOT_ONE_VALUE: 'Give exactly one of number, choice and items.',
  WRONG_TYPE: 'This instrument is answered in another form.',
  OUT_OF_RANGE: 'The answer is outside the range of the instrument.',
  FRACTIONAL: 'This instrument takes whole numbers only.',
  UNKNOWN_CHOICE: 'This is not one of the choices of the instrument.',
  UNKNOWN_ITEM: 'This is not one of the items of the instrument.',
  DUPLICATE_ITEM: 'Each item is rated once.',
  TOO_FEW_ITEMS: 'Too few items are rated.',
};

/** Works out what a batch of answers means before anything is written. */
@Injectable()
export class AnswerPlansService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly stakeholders: ReferencedStakeholdersReader,
    private readonly instruments: InstrumentsReader,
    private readonly answers: AnswersReader,
  ) {}

  async plan(items: readonly Item<SatisfactionAnswerInput>[]): Promise<PlannedAnswer[]> {
    const checked = items.map((item) => ({ ...item, fault: findFault(SatisfactionAnswerInput, item.input) }));
    const known = await this.know(checked.flatMap(({ fault, input }) => (fault ? [] : [input])));
    const now = this.transaction.now;
    return checked.map(({ index, input, fault }) =>
      fault ? { index, refused: fault } : planOne({ index, input }, known, now),
    );
  }

  private async know(inputs: readonly SatisfactionAnswerInput[]): Promise<Known> {
    const superseded = inputs.flatMap(({ supersedes }) => (supersedes ? [supersedes] : []));
    const [stakeholders, scales, recorded, corrected, corrections] = await Promise.all([
      this.stakeholders.find(inputs.map(({ stakeholder }) => stakeholder)),
      this.instruments.findScales([...new Set(inputs.map(({ instrument }) => instrument))]),
      this.answers.findByExternalIds(inputs.flatMap(({ external }) => (external ? [external] : []))),
      this.answers.findAnswers(superseded),
      this.answers.findCorrections(superseded),
    ]);
    return { stakeholders, scales, recorded, corrected, corrections };
  }
}

function planOne({ index, input }: Item<SatisfactionAnswerInput>, known: Known, now: string): PlannedAnswer {
  const refuse = (refused: StrataError): PlannedAnswer => ({ index, refused });
  const stakeholder = known.stakeholders.get(refKey(input.stakeholder));
  if (!stakeholder) return refuse(notFound('Stakeholder', ['stakeholder']));
  const scale = known.scales.get(input.instrument);
  if (!scale) return refuse(notFound('Instrument', ['instrument']));
  if (input.answeredAt > now) {
    return refuse(
      new StrataError('INVALID_INPUT', 'An answer is recorded once it was given.', ['answeredAt']),
    );
  }
  const scored = scoreAnswer(scale, input.value);
  if (!scored.ok) return refuse(misfit(scored));
  const recorded = input.external ? known.recorded.get(externalKey(input.external)) : undefined;
  const answer = {
    id: newId(),
    accountId: stakeholder.accountId,
    stakeholderId: stakeholder.id,
    instrument: scale.code,
    measure: scale.measure,
    score: scored.score,
    choice: scored.choice,
    items: scored.items,
    provenance: input.provenance ?? Provenance.CUSTOMER_STATED,
    solicited: input.solicited ?? true,
    answeredAt: input.answeredAt,
    comment: input.comment ?? null,
    supersedesId: input.supersedes ?? null,
    externalSystem: input.external?.system ?? null,
    externalId: input.external?.id ?? null,
  };
  if (!recorded) {
    const faulty = input.supersedes ? faultOfCorrection(input, stakeholder, known) : null;
    return faulty ? refuse(faulty) : { index, answer };
  }
  return isTheSame(answer, recorded)
    ? { index, known: recorded.id }
    : refuse(
        new StrataError(
          'CONFLICT',
          'Recorded before with other words: send a correction that supersedes it.',
          ['external'],
          { id: recorded.id },
        ),
      );
}

/** Whether the answer is recorded in the same words. */
function isTheSame({ items, ...answer }: AnswerPlan['answer'], recorded: SatisfactionAnswer): boolean {
  const {
    stakeholderId,
    instrument,
    score,
    choice,
    provenance,
    solicited,
    answeredAt,
    comment,
    supersedesId,
  } = answer;
  const said = {
    stakeholderId,
    instrument,
    score,
    choice,
    provenance,
    solicited,
    answeredAt,
    comment,
    supersedesId,
  };
  return saysTheSame(said, recorded) && isDeepStrictEqual(items, recorded.items);
}

function faultOfCorrection(
  input: SatisfactionAnswerInput,
  stakeholder: Stakeholder,
  known: Known,
): StrataError | null {
  const id = input.supersedes ?? '';
  const corrected = known.corrected.get(id);
  if (!corrected) return notFound('SatisfactionAnswer', ['supersedes']);
  if (corrected.stakeholderId !== stakeholder.id || corrected.instrument !== input.instrument) {
    return new StrataError('RULE_BROKEN', 'A correction is by the same stakeholder on the same instrument.', [
      'supersedes',
    ]);
  }
  if (known.corrections.has(id)) {
    return new StrataError('CONFLICT', 'This answer was corrected before: supersede the correction.', [
      'supersedes',
    ]);
  }
  return null;
}

function misfit({ code, path, figures }: AnswerRefusal): StrataError {
  const inValue = path === '' ? [] : path.split('.');
  return new StrataError('INVALID_INPUT', REFUSALS[code], ['value', ...inValue], { rule: code, ...figures });
}
