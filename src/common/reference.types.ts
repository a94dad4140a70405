import { applyDecorators } from '@nestjs/common';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsOptional, IsUUID, Length, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { StrataError } from './errors.js';

@ObjectType({ description: 'The id a record has in another system.' })
export class ExternalId {
  @Field(() => String, { description: 'The other system, as `salesforce`.' })
  system!: string;

  @Field(() => String, { description: 'The id it has there.' })
  id!: string;
}

@InputType({ description: 'The id a record has in another system.' })
export class ExternalIdInput {
  @Field(() => String, { description: 'The other system, as `salesforce`; 1 to 50 characters.' })
  @Length(1, 50)
  system!: string;

  @Field(() => String, { description: 'The id it has there; 1 to 200 characters.' })
  @Length(1, 200)
  id!: string;
}

@InputType({
  isOneOf: true,
  description:
    'One of our records: by our id, or by the id it has in another system. Exactly one of the two.',
})
export class RefInput {
  @Field(() => ID, { nullable: true, description: 'Our id, a UUID.' })
  @IsOptional()
  @IsOurId()
  id?: string;

  @Field(() => ExternalIdInput, { nullable: true, description: 'The id it has in another system.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExternalIdInput)
  external?: ExternalIdInput;
}

/** A field that names one of our records. */
export function IsRef(): PropertyDecorator {
  return applyDecorators(
    ValidateNested(),
    Type(() => RefInput),
  );
}

/** A field that names up to 100 people; `whom` is what is said where at least one is needed and none is named. */
export function NamesPeople(whom?: string): PropertyDecorator {
  return applyDecorators(
    ...(whom === undefined ? [] : [ArrayMinSize(1, { message: whom })]),
    ArrayMaxSize(100, { message: 'At most 100 stakeholders at a time.' }),
    ValidateNested({ each: true }),
    Type(() => RefInput),
  );
}

/** A field with one of our ids. */
export function IsOurId(): PropertyDecorator {
  return IsUUID(undefined, { message: 'An id is a UUID.' });
}

/** One text per reference, to look it up by. */
export function refKey(ref: RefInput): string {
  return ref.external ? externalKey(ref.external) : `id:${(ref.id ?? '').toLowerCase()}`;
}

export function externalKey({ system, id }: ExternalIdInput): string {
  return `external:${JSON.stringify([system, id])}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id argument that the database can look up; INVALID_INPUT for anything that is no UUID. */
export function getId(id: string, argument = 'id'): string {
  if (UUID.test(id)) return id;
  throw new StrataError('INVALID_INPUT', 'An id is a UUID.', [argument]);
}
