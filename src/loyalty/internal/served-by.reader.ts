import { Injectable } from '@nestjs/common';
import { AccessReader } from '../../access/access.reader.js';
import { loadBatched } from '../../common/batching.js';
import type { OurFunction } from '../../domain/terms.js';
import { TeamReader } from '../../team/team.reader.js';

/** Tells which of our functions serve an account. Accounts asked for together are read together. */
@Injectable()
export class ServedByReader {
  constructor(
    private readonly teams: TeamReader,
    private readonly people: AccessReader,
  ) {}

  /** Each function once; none where nobody of known function looks after it. */
  async read(accountId: string, ownerId: string | null): Promise<OurFunction[]> {
    const team = await loadBatched(this, 'team', accountId, (ids) => this.teams.findTeams(ids));
    if (team && team.length > 0) return [...new Set(team.map((member) => member.function))];
    if (ownerId === null) return [];
    const owner = await loadBatched(this, 'owner', ownerId, (ids) => this.people.findUsers(ids));
    return owner?.function ? [owner.function] : [];
  }
}
