import { Type } from 'class-transformer';
import { IsOptional, Length, Matches, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import { ExternalIdInput, IsRef, NamesPeople, RefInput } from '../../common/reference.types.js';
import type { Instant } from '../../domain/facts.js';
import { ProblemStatus, type Severity } from '../../domain/terms.js';

/** A problem as another system has it: a case or a ticket, with what became of it there. */
export class ImportedProblemInput {
  /** Its id there: by it the problem is known again. */
  @ValidateNested()
  @Type(() => ExternalIdInput)
  external!: ExternalIdInput;

  /** The account. */
  @IsRef()
  account!: RefInput;

  /** What is wrong, in a line of 1 to 255 characters. */
  @Matches(/\S/, { message: 'A title needs at least one visible character.' })
  @Length(1, 255, { message: 'A title has 1 to 255 characters.' })
  title!: string;

  /** What is wrong, at length, up to 20,000 characters. */
  @IsOptional()
  @MaxLength(20_000, { message: 'A description has at most 20,000 characters.' })
  description?: string | null;

  /** How bad it is. */
  severity!: Severity;

  /** When it arose; not in the future. */
  occurredAt!: Instant;

  /** Who reported it, up to 100 people; they know of it from then on. Nobody when it is not known. */
  @NamesPeople()
  reportedBy!: readonly RefInput[];

  /** Whether it still stands there. */
  status!: ProblemStatus;

  /** When it was solved, for a solved one: not before it arose, not in the future. */
  @ValidateIf(isSolved)
  @Matches(/./, { message: 'A solved problem says when it was solved.' })
  resolvedAt?: Instant | null;

  /** How it was solved, for a solved one, in 1 to 20,000 characters. */
  @ValidateIf(isSolved)
  @Matches(/\S/, { message: 'A solved problem says how it was solved.' })
  @MaxLength(20_000, { message: 'A resolution has at most 20,000 characters.' })
  resolution?: string | null;
}

function isSolved({ status }: ImportedProblemInput): boolean {
  return status === ProblemStatus.RESOLVED;
}
