import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';

export enum UpsertStatus {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  UNCHANGED = 'UNCHANGED',
  REJECTED = 'REJECTED',
}

registerEnumType(UpsertStatus, {
  name: 'UpsertStatus',
  description: 'What became of one item of a batch.',
  valuesMap: {
    CREATED: { description: 'It was new.' },
    UPDATED: { description: 'It was known and something about it changed.' },
    UNCHANGED: { description: 'It was known and nothing about it changed; nothing was written.' },
    REJECTED: { description: 'It was refused; `error` says why, and nothing of it was written.' },
  },
});

@ObjectType({ description: 'Why an item of a batch was refused.' })
export class ItemError {
  @Field(() => String, { description: 'One of the error codes listed in the README.' })
  code!: string;

  @Field(() => String, { description: 'What is wrong and what would be right.' })
  message!: string;

  @Field(() => [String], {
    description: 'Where in the item: `["annualValue", "currency"]`; empty for the item as a whole.',
  })
  path!: string[];
}

/** What became of one item; `id` is the record's, null for a refused one. */
export interface ItemOutcome {
  index: number;
  status: UpsertStatus;
  id: string | null;
  error: ItemError | null;
  /** Set where it was UNCHANGED although it was told in other words than before, because what was recorded stays. */
  differs?: boolean;
}

/** The fields that every result of a batch has; what was written is added by the feature. */
@ObjectType({ isAbstract: true })
export abstract class ItemResult {
  @Field(() => Int, { description: 'Place of the item in the input, from 0.' })
  index!: number;

  @Field(() => UpsertStatus, { description: 'What became of it.' })
  status!: UpsertStatus;

  @Field(() => ItemError, { nullable: true, description: 'Why it was refused; null unless REJECTED.' })
  error!: ItemError | null;
}

/** The payload of a batch: `{ results }`, in the order of the input. */
export function resultsOf<Result extends object>(
  name: string,
  result: Type<Result>,
): Type<{ results: Result[] }> {
  @ObjectType(name, { description: 'One result per item, in the order of the input.' })
  class Results {
    @Field(() => [result], { description: 'One result per item, in the order of the input.' })
    results!: Result[];
  }
  return Results;
}
