import { ValidationPipe, type ArgumentMetadata, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { StrataError, type ErrorCode, type InputPath } from '../errors.js';
import { isSound } from './sound-input.js';

/** One thing wrong with an input: where, and what would be right. */
interface Fault {
  path: InputPath;
  message: string;
  code: ErrorCode;
  /** The limit that was exceeded, where one was. */
  limit?: number;
}

const OPTIONS = { forbidUnknownValues: false, stopAtFirstError: true } as const;

const NUL = 'Text must not contain the NUL character.';

/** Checks one item of a batch against the rules on its class. Returns the first fault, or null if it is fine. */
export function findFault<Input extends object>(rules: Type<Input>, input: Input): StrataError | null {
  const text = textWithNul(input, []);
  if (text) return new StrataError('INVALID_INPUT', NUL, text);
  if (isSound(rules, input)) return null;
  const [fault, ...others] = faultsOf(validateSync(plainToInstance(rules, input), OPTIONS), []);
  return fault ? asError(fault, others) : null;
}

/** Class-validator's findings, on their way to where the name of the argument is known. */
class Faulty extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('An argument is not valid.');
  }
}

/** Checks every argument of a query or mutation before its resolver runs; a path begins with the argument's name. */
class InputValidation extends ValidationPipe {
  constructor() {
    super({ ...OPTIONS, transform: true, exceptionFactory: (errors) => new Faulty(errors) });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const argument = metadata.data ? [metadata.data] : [];
    // Items of a batch are checked one by one: one with NUL must not spoil the others.
    const text = metadata.type === 'custom' || Array.isArray(value) ? null : textWithNul(value, argument);
    if (text) throw new StrataError('INVALID_INPUT', NUL, text);
    try {
      return this.soundInput(value, metadata) ?? ((await super.transform(value, metadata)) as unknown);
    } catch (error) {
      if (!(error instanceof Faulty)) throw error;
      const [fault, ...others] = faultsOf(error.errors, argument);
      throw fault
        ? asError(fault, others)
        : new StrataError('INVALID_INPUT', 'The input is not valid.', argument);
    }
  }

  /** What most arguments become: an input whose rules are certainly kept. Null for any that has to be looked at closely. */
  private soundInput(value: unknown, metadata: ArgumentMetadata): object | null {
    const rules = metadata.metatype as Type<object> | undefined;
    if (!rules || typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    if (!this.toValidate(metadata)) return null;
    const input = plainToInstance(rules, value);
    return isSound(rules, input) ? input : null;
  }
}

export const inputValidation = new InputValidation();

function asError(fault: Fault, others: readonly Fault[]): StrataError {
  const also = others.map(({ path, message }) => ({ path, message }));
  return new StrataError(fault.code, fault.message, fault.path, {
    ...(fault.limit === undefined ? {} : { limit: fault.limit }),
    ...(also.length > 0 ? { also } : {}),
  });
}

function faultsOf(errors: readonly ValidationError[], parent: InputPath): Fault[] {
  return errors.flatMap((error) => {
    const path = [...parent, error.property];
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      path,
      message,
      ...contextOf(error, rule),
    }));
    return [...own, ...faultsOf(error.children ?? [], path)];
  });
}

function contextOf(error: ValidationError, rule: string): { code: ErrorCode; limit?: number } {
  const context = error.contexts?.[rule] as { code?: ErrorCode; limit?: number } | undefined;
  return { code: 'INVALID_INPUT', ...context };
}

/** PostgreSQL cannot store NUL: found here, it is the caller's mistake; found there, it would spoil the whole batch. */
function textWithNul(value: unknown, path: InputPath): InputPath | null {
  if (!hasNul(value)) return null;
  if (typeof value !== 'object' || value === null) return path;
  for (const [key, part] of Object.entries(value)) {
    const found = textWithNul(part, [...path, key]);
    if (found) return found;
  }
  return null;
}

/** Whether there is any: nearly always there is none, and then no path has to be put together. */
function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  for (const key in value) if (hasNul((value as Record<string, unknown>)[key])) return true;
  return false;
}
