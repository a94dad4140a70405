import DataLoader from 'dataloader';
import { In, type EntityManager } from 'typeorm';
import { Answer } from '../entities/answer.entity.js';
import { Assessment } from '../entities/assessment.entity.js';
import { InteractionStakeholder } from '../entities/interaction.entity.js';
import { Counterpart, TeamMember } from '../entities/ours.entity.js';
import { Stakeholder } from '../entities/stakeholder.entity.js';
import { User } from '../entities/user.entity.js';

export type Loaders = ReturnType<typeof makeLoaders>;

/** The loaders of one request: each collects what sibling fields ask for into one `find`. */
export function makeLoaders(manager: EntityManager, tenantId: string) {
  const one = <Row extends { id: string }>(read: (ids: string[]) => Promise<Row[]>) =>
    new DataLoader<string, Row | null>(async (ids) => {
      const found = new Map((await read([...ids])).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    });
  const many = <Row>(parentOf: (row: Row) => string, read: (ids: string[]) => Promise<Row[]>) =>
    new DataLoader<string, Row[]>(async (ids) => {
      const groups = new Map<string, Row[]>(ids.map((id) => [id, []]));
      for (const row of await read([...ids])) groups.get(parentOf(row))?.push(row);
      return ids.map((id) => groups.get(id) ?? []);
    });
  const repository = manager.getRepository.bind(manager);
  return {
    user: one((ids) => repository(User).find({ where: { tenantId, id: In(ids) } })),
    stakeholder: one((ids) =>
      repository(Stakeholder).find({ where: { tenantId, id: In(ids) }, relations: { person: true } }),
    ),
    assessment: many(
      (row: Assessment) => row.accountId,
      (ids) => repository(Assessment).find({ where: { tenantId, accountId: In(ids) } }),
    ),
    stakeholders: many(
      (row: Stakeholder) => row.accountId,
      (ids) =>
        repository(Stakeholder)
          .createQueryBuilder('s')
          .innerJoinAndSelect('s.person', 'p')
          .where('s.tenantId = :tenantId AND s.accountId IN (:...ids)', { tenantId, ids })
          .andWhere('(s.endedOn IS NULL OR s.endedOn >= current_date)')
          .orderBy('s.id')
          .getMany(),
    ),
    /** The last answer only: loading all of them to show one would be no fair comparison. */
    lastAnswer: many(
      (row: Answer) => row.stakeholderId,
      (ids) =>
        repository(Answer)
          .createQueryBuilder('r')
          .distinctOn(['r.stakeholderId'])
          .where('r.tenantId = :tenantId AND r.stakeholderId IN (:...ids)', { tenantId, ids })
          .orderBy('r.stakeholderId')
          .addOrderBy('r.answeredAt', 'DESC')
          .addOrderBy('r.id', 'DESC')
          .getMany(),
    ),
    team: many(
      (row: TeamMember) => row.accountId,
      (ids) =>
        repository(TeamMember)
          .createQueryBuilder('t')
          .where('t.tenantId = :tenantId AND t.accountId IN (:...ids)', { tenantId, ids })
          .andWhere('t.since <= current_date AND (t.until IS NULL OR t.until >= current_date)')
          .orderBy('t.leader', 'DESC')
          .addOrderBy('t.since')
          .addOrderBy('t.id')
          .getMany(),
    ),
    participants: many(
      (row: InteractionStakeholder) => row.interactionId,
      (ids) =>
        repository(InteractionStakeholder).find({
          where: { tenantId, interactionId: In(ids) },
          relations: { stakeholder: { person: true } },
          order: { stakeholderId: 'ASC' },
        }),
    ),
    counterparts: many(
      (row: Counterpart) => row.memberId,
      (ids) =>
        repository(Counterpart).find({
          where: { tenantId, memberId: In(ids) },
          relations: { stakeholder: { person: true } },
          order: { stakeholderId: 'ASC' },
        }),
    ),
  };
}
