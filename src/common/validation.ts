import { ValidationPipe, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { StrataError, type ErrorCode, type InputPath } from './errors.js';

/** One thing wrong with an input: where, and what would be right. */
interface Fault {
  path: InputPath;
  message: string;
  code: ErrorCode;
}

const OPTIONS = { forbidUnknownValues: false, stopAtFirstError: true } as const;

/** Checks one item of a batch against the rules on its class. Returns the first fault, or null if it is fine. */
export function findFault<Input extends object>(rules: Type<Input>, input: Input): StrataError | null {
  const text = textWithNul(input, []);
  if (text) return new StrataError('INVALID_INPUT', 'Text must not contain the NUL character.', text);
  const [fault, ...others] = faultsOf(validateSync(plainToInstance(rules, input), OPTIONS), []);
  return fault ? asError(fault, others) : null;
}

/** Checks every argument object of a query or mutation before its resolver runs. */
export const inputValidation = new ValidationPipe({
  ...OPTIONS,
  transform: true,
  exceptionFactory: (errors) => {
    const [fault, ...others] = faultsOf(errors, []);
    return fault ? asError(fault, others) : new StrataError('INVALID_INPUT', 'The input is not valid.');
  },
});

function asError(fault: Fault, others: readonly Fault[]): StrataError {
  const also = others.map(({ path, message }) => ({ path, message }));
  return new StrataError(fault.code, fault.message, fault.path, also.length > 0 ? { also } : {});
}

function faultsOf(errors: readonly ValidationError[], parent: InputPath): Fault[] {
  return errors.flatMap((error) => {
    const path = [...parent, error.property];
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      path,
      message,
      code: codeOf(error, rule),
    }));
    return [...own, ...faultsOf(error.children ?? [], path)];
  });
}

function codeOf(error: ValidationError, rule: string): ErrorCode {
  const context = error.contexts?.[rule] as { code?: ErrorCode } | undefined;
  return context?.code ?? 'INVALID_INPUT';
}

/** PostgreSQL cannot store NUL: found here, it is the caller's mistake; found there, it would spoil the whole batch. */
function textWithNul(value: unknown, path: InputPath): InputPath | null {
  if (typeof value === 'string') return value.includes('\0') ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const found = textWithNul(part, [...path, key]);
    if (found) return found;
  }
  return null;
}
