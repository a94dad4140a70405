import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../../accounts/account.entity.js';
import { loadBatched } from '../../common/batching.js';
import { AccountSignalsReader } from './facts/account-signals.reader.js';
import { StructureEvidence } from './structure-signals.types.js';

/** Why an account is taken for hierarchical or flat. */
@Resolver(() => Account)
export class StructureEvidenceResolver {
  constructor(private readonly signals: AccountSignalsReader) {}

  @ResolveField(() => StructureEvidence, {
    description: 'What observation says about who decides; a stated structure outlasts it.',
  })
  structureEvidence(@Parent() { id }: Account): Promise<StructureEvidence | null> {
    return loadBatched(this, 'structureEvidence', id, (ids) => this.signals.findStructureEvidence(ids));
  }
}
