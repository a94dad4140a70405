import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessReader } from '../../access/access.reader.js';
import { User } from '../../access/user.entity.js';
import { loadBatched } from '../../common/batching.js';
import { KnowledgeStep } from '../problems.types.js';

@Resolver(() => KnowledgeStep)
export class KnowledgeStepResolver {
  constructor(private readonly people: AccessReader) {}

  @ResolveField(() => User, { nullable: true, description: 'Which of our people told them, where known.' })
  toldBy(@Parent() { toldById }: KnowledgeStep): Promise<User | null> | null {
    return toldById ? loadBatched(this, 'toldBy', toldById, (ids) => this.people.findUsers(ids)) : null;
  }
}
