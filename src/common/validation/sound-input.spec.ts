import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsDefined,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateIf,
  ValidateNested,
  validateSync,
} from 'class-validator';
import fc from 'fast-check';
import { isSound } from './sound-input.js';

class Part {
  @Length(1, 3)
  name!: string;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Part)
  parts?: Part[] | null;
}

class More {
  @IsOptional()
  @Min(1)
  count?: number | null;
}

class Whole extends More {
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @ValidateNested()
  @Type(() => Part)
  part!: Part;

  @ValidateIf((input: Whole) => input.title !== undefined)
  @Matches(/\S/)
  @Length(1, 4)
  title?: string | null;

  @IsOptional()
  @ArrayMaxSize(2)
  @Length(1, 2, { each: true })
  words?: string[] | null;

  @IsDefined()
  day!: string;
}

const ID = '0191e000-0000-7000-8000-000000000001';
const anything = fc.oneof(
  fc.constantFrom(undefined, null, '', ' ', 'ab', 'abcde', 0, 1, ID),
  fc.array(fc.constantFrom('a', 'abc', 1, null), { maxLength: 3 }),
);
const part = fc.letrec((tie) => ({
  part: fc.oneof(
    { maxDepth: 2 },
    anything,
    fc.record({ name: anything, parts: fc.oneof(anything, fc.array(tie('part'), { maxLength: 2 })) }),
  ),
})).part;
const whole = fc.record(
  {
    id: anything,
    part: fc.oneof(part, fc.array(part, { maxLength: 2 })),
    title: anything,
    words: anything,
    day: anything,
    count: anything,
  },
  { requiredKeys: [] },
);
const faults = (input: object): number =>
  validateSync(plainToInstance(Whole, input), { forbidUnknownValues: false, stopAtFirstError: true }).length;

describe('a quick look at an input', () => {
  it('takes nothing for sound in which the close look finds a fault', () => {
    fc.assert(
      fc.property(whole, (input) => {
        if (isSound(Whole, input)) expect(faults(input)).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<[string, object]>([
    [
      'with all its fields',
      { id: ID, part: { name: 'a' }, title: 'Ab', words: ['a', 'bc'], day: 'x', count: 1 },
    ],
    ['with none but those it needs', { part: { name: 'abc' }, day: '' }],
    ['with blank ones', { id: null, part: { name: 'a', parts: null }, words: null, day: 'x', count: null }],
    [
      'with parts in parts',
      { part: { name: 'a', parts: [{ name: 'b', parts: [{ name: 'c' }] }] }, day: 'x' },
    ],
  ])('knows a sound one %s', (_, input) => {
    expect(faults(input)).toBe(0);
    expect(isSound(Whole, input)).toBe(true);
  });

  it.each<[string, object]>([
    ['a rule that is broken', { part: { name: 'a' }, day: 'x', title: 'abcde' }],
    ['one of several words', { part: { name: 'a' }, day: 'x', words: ['a', 'abc'] }],
    ['what is left out', { part: { name: 'a' } }],
    ['a part that is none', { part: 'a', day: 'x' }],
    ['a fault deep within', { part: { name: 'a', parts: [{ name: 'b', parts: [{ name: '' }] }] }, day: 'x' }],
    ['a rule of the class above', { part: { name: 'a' }, day: 'x', count: 0 }],
  ])('sees %s', (_, input) => {
    expect(isSound(Whole, input)).toBe(false);
  });
});
