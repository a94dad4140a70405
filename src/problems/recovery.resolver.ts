import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { StrataError } from '../common/errors.js';
import { RefInput } from '../common/reference.types.js';
import { DateTimeScalar } from '../common/scalars.js';
import { ProblemStatus } from '../domain/terms.js';
import { KnowledgeService } from './ledger/knowledge.service.js';
import { RecordKnowledgeInput, ReportProblemInput } from './problems.inputs.js';
import { ProblemsService } from './problems.service.js';
import { ProblemPayload } from './problems.types.js';
import { ResolutionsService } from './resolutions.service.js';

const PROBLEM = { type: () => RefInput, description: 'The problem.' };

/** What is recorded of problems: that they arose, were solved, came back, and who learned what of them. */
@Resolver()
export class RecoveryResolver {
  constructor(
    private readonly problems: ProblemsService,
    private readonly resolutions: ResolutionsService,
    private readonly knowledge: KnowledgeService,
  ) {}

  @Mutation(() => ProblemPayload, {
    description: 'Records that something went wrong. Who reports it knows of it.',
  })
  reportProblem(
    @Args('input', { type: () => ReportProblemInput, description: 'The problem.' }) input: ReportProblemInput,
  ): Promise<ProblemPayload> {
    return this.problems.reportProblem(input);
  }

  @Mutation(() => ProblemPayload, {
    description: 'Records that a problem was solved. Nobody at the customer knows of it by that alone.',
  })
  resolveProblem(
    @Args('problem', PROBLEM) problem: RefInput,
    @Args('resolvedAt', { type: () => DateTimeScalar, description: 'When; not in the future.' }) at: string,
    @Args('resolution', { type: () => String, description: 'How, in 1 to 20,000 characters.' })
    resolution: string,
  ): Promise<ProblemPayload> {
    const reason = saidInWords(resolution, 'resolution');
    return this.resolutions.change(problem, { status: ProblemStatus.RESOLVED, at, reason }, 'resolvedAt');
  }

  @Mutation(() => ProblemPayload, {
    description:
      'Records that a solved problem stands again. Who was told of the solution must be told anew.',
  })
  reopenProblem(
    @Args('problem', PROBLEM) problem: RefInput,
    @Args('reopenedAt', { type: () => DateTimeScalar, description: 'When; not in the future.' }) at: string,
    @Args('reason', { type: () => String, description: 'What happened, in 1 to 20,000 characters.' })
    why: string,
  ): Promise<ProblemPayload> {
    const reason = saidInWords(why, 'reason');
    return this.resolutions.change(problem, { status: ProblemStatus.OPEN, at, reason }, 'reopenedAt');
  }

  @Mutation(() => ProblemPayload, { description: 'Records what people learned of a problem.' })
  recordKnowledge(
    @Args('input', { type: () => RecordKnowledgeInput, description: 'Who learned what, and when.' })
    input: RecordKnowledgeInput,
  ): Promise<ProblemPayload> {
    return this.knowledge.recordKnowledge(input);
  }
}

function saidInWords(text: string, argument: string): string {
  const words = text.trim();
  if (words.length === 0 || words.length > 20_000 || words.includes('\0')) {
    throw new StrataError('INVALID_INPUT', 'Say it in 1 to 20,000 characters.', [argument]);
  }
  return words;
}
