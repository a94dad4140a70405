import type { EntityManager } from 'typeorm';
import type { Account } from '../entities/account.entity.js';
import { Answer } from '../entities/answer.entity.js';
import { Interaction } from '../entities/interaction.entity.js';
import { Commitment, Decision, TeamMember } from '../entities/ours.entity.js';
import { Problem } from '../entities/problem.entity.js';
import { Stakeholder } from '../entities/stakeholder.entity.js';
import { levelsHeld } from './rules.js';

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

/** Everything recorded about an account, as the rules want it, and the names of its people. */
export async function readFacts(manager: EntityManager, account: Account) {
  const where = { tenantId: account.tenantId, accountId: account.id };
  const seats = await manager
    .getRepository(Stakeholder)
    .find({ where, relations: { person: true, states: true } });
  const problems = await manager
    .getRepository(Problem)
    .find({ where, relations: { events: true, reporters: true, knowledge: true } });
  const facts = {
    structure: account.structure,
    stakeholders: seats.map(seatFact),
    answers: (await manager.getRepository(Answer).find({ where })).map(answerFact),
    interactions: await readContacts(manager, where),
    problems: problems.map(problemFact),
    knowledge: problems.flatMap(({ knowledge }) =>
      knowledge.map((entry) => ({ ...entry, at: instant(entry.at) })),
    ),
    ...(await readOurs(manager, where)),
  };
  return { facts, names: new Map(seats.map(({ id, person }) => [id, person.fullName])) };
}

type Where = { tenantId: string; accountId: string };

async function readContacts(manager: EntityManager, where: Where) {
  const contacts = await manager
    .getRepository(Interaction)
    .find({ where, relations: { participants: true } });
  return contacts.map(({ occurredAt, participants, ...contact }) => ({
    ...contact,
    occurredAt: instant(occurredAt),
    stakeholderIds: participants.map(({ stakeholderId }) => stakeholderId),
  }));
}

async function readOurs(manager: EntityManager, where: Where) {
  const team = await manager.getRepository(TeamMember).find({ where, relations: { counterpartRows: true } });
  const promises = await manager.getRepository(Commitment).find({ where, relations: { recipients: true } });
  return {
    team: team.map(({ leader, counterpartRows, ...member }) => ({
      ...member,
      isLeader: leader,
      counterpartIds: counterpartRows.map(({ stakeholderId }) => stakeholderId),
    })),
    commitments: promises.map(({ recipients, madeAt, settledAt, ...promise }) => ({
      ...promise,
      madeAt: instant(madeAt),
      settledAt: instant(settledAt),
      madeToIds: recipients.map(({ stakeholderId }) => stakeholderId),
    })),
    decisions: await manager.getRepository(Decision).find({ where }),
  };
}

function seatFact({ id, person, states }: Stakeholder) {
  const records = states.map((state) => ({
    ...state,
    levelFrom: instant(state.levelFrom),
    recordedAt: state.recordedAt.toISOString(),
  }));
  const last = records.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).at(-1);
  return { ...last, id, fullName: person.fullName, levels: levelsHeld(records) };
}

function answerFact({ answeredAt, ...answer }: Answer) {
  return { ...answer, answeredAt: instant(answeredAt) };
}

function problemFact({ id, title, severity, occurredAt, repeatsId, reporters, events }: Problem) {
  const changes = events.map(({ status, at }) => ({ status, at: at.toISOString() }));
  changes.sort((a, b) => (a.at < b.at ? -1 : 1));
  const reportedByIds = reporters.map(({ stakeholderId }) => stakeholderId);
  return { id, title, severity, occurredAt: instant(occurredAt), repeatsId, reportedByIds, changes };
}
