import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, ValidationTypes } from 'class-validator';

/** One rule on one field; the rules of the whole object are passed on for messages and comparisons. */
type Rule = (input: object, value: unknown) => boolean;

/** The rules on one field, as they were declared. */
interface FieldRules {
  readonly name: string;
  /** The others hold only where all of these do: `@IsOptional`, `@ValidateIf`. */
  readonly conditions: readonly Rule[];
  readonly rules: readonly Rule[];
  /** The class whose rules its value, or each of its values, has to keep; null for plain values. */
  readonly nested: Type<object> | null;
}

type Declared = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

const known = new Map<Type<object>, readonly FieldRules[]>();

/**
 * Whether an input certainly keeps the rules on its class. They are looked up once per class, not once per object, and
 * nothing is built: most items of a batch are sound, and need no list of what is wrong. False says nothing but that it
 * has to be looked at closely.
 */
export function isSound(rules: Type<object>, input: object): boolean {
  for (const field of fieldsOf(rules)) if (!keepsRules(field, input)) return false;
  return true;
}

function keepsRules({ name, conditions, rules, nested }: FieldRules, input: object): boolean {
  const value = (input as Record<string, unknown>)[name];
  for (const holds of conditions) if (!holds(input, value)) return true;
  for (const holds of rules) if (!holds(input, value)) return false;
  if (nested === null || value === undefined) return true;
  return Array.isArray(value) ? value.every((part) => isPartSound(nested, part)) : isPartSound(nested, value);
}

function isPartSound(rules: Type<object>, part: unknown): boolean {
  return typeof part === 'object' && part !== null && !Array.isArray(part) && isSound(rules, part);
}

function fieldsOf(rules: Type<object>): readonly FieldRules[] {
  const before = known.get(rules);
  if (before) return before;
  const fields = readFields(rules);
  known.set(rules, fields);
  return fields;
}

function readFields(rules: Type<object>): FieldRules[] {
  const storage = getMetadataStorage();
  const declared = storage.getTargetValidationMetadatas(rules, '', false, false);
  return Object.entries(storage.groupByPropertyName(declared)).map(([name, ofField]) => ({
    name,
    conditions: ofField.filter(isCondition).map(({ constraints }) => constraints[0] as Rule),
    rules: ofField
      .filter((one) => !isCondition(one) && !isNesting(one))
      .flatMap((one) => rulesOf(one, rules.name)),
    nested: ofField.some(isNesting) ? nestedIn(rules, name) : null,
  }));
}

function isCondition({ type }: Declared): boolean {
  return type === ValidationTypes.CONDITIONAL_VALIDATION;
}

function isNesting({ type }: Declared): boolean {
  return type === ValidationTypes.NESTED_VALIDATION;
}

function rulesOf(declared: Declared, targetName: string): Rule[] {
  const { propertyName, constraints, each, validateIf } = declared;
  const found = getMetadataStorage().getTargetValidatorConstraints(declared.constraintCls);
  return found.map(({ instance }) => {
    // One for all the objects that the rule looks at: it is told of one after the other.
    const told = { targetName, property: propertyName, object: {}, value: undefined as unknown, constraints };
    // A rule that answers later is none that this way of looking can hold.
    const holds = (one: unknown): boolean => instance.validate(one, told) === true;
    return (object, value) => {
      if (validateIf && !validateIf(object, value)) return true;
      told.object = object;
      told.value = value;
      return each && Array.isArray(value) ? value.every(holds) : holds(value);
    };
  });
}

/** The class that `@Type` gives the field: what an empty object becomes there. */
function nestedIn(rules: Type<object>, name: string): Type<object> {
  const made = plainToInstance(rules, { [name]: {} }) as Record<string, object>;
  return made[name]?.constructor as Type<object>;
}
