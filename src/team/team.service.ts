import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { lockAccounts } from '../accounts/lock-accounts.js';
import { AccessService } from '../access/access.service.js';
import { notFound, StrataError } from '../common/errors.js';
import { newId } from '../common/new-id.js';
import type { RefInput } from '../common/reference.types.js';
import { insertRows } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { ParticipantsReader } from '../stakeholders/references/participants.reader.js';
import { Counterpart } from './counterpart.entity.js';
import { TeamMember } from './team-member.entity.js';
import type { TeamMemberInput } from './team.inputs.js';
import { TeamReader } from './team.reader.js';

/** Puts our people on accounts. */
@Injectable()
export class TeamService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly participants: ParticipantsReader,
    private readonly reader: TeamReader,
    private readonly access: AccessService,
  ) {}

  /** Adds somebody, or changes what they stand for; one who leads takes the lead over. */
  async assign(accountId: string, input: TeamMemberInput): Promise<void> {
    const { tenantId, now, today } = this.transaction;
    const userId = await this.getUserId(input.userEmail);
    await this.lock(accountId);
    if (input.leader) await this.stepDown(accountId);
    const known = await this.reader.findMember(accountId, userId);
    const id = known?.id ?? newId();
    const member = {
      function: input.ourFunction,
      leader: input.leader ?? false,
      since: input.since ?? known?.since ?? today,
    };
    if (known) {
      await this.transaction.query(
        sql`UPDATE team_members SET function = ${member.function}, leader = ${member.leader}, since = ${member.since}
            WHERE tenant_id = ${tenantId} AND id = ${id}`,
      );
    } else {
      const row = { tenantId, id, accountId, userId, ...member, until: null, recordedAt: now };
      await this.transaction.query(insertRows(TeamMember, [row]));
    }
    if (input.counterparts) await this.lookAfter(id, accountId, input.counterparts);
    await this.judgeAnew(accountId);
  }

  /** Ends a membership. Whoever is named takes over function, counterparts and open promises. */
  async leave(
    accountId: string,
    userEmail: string,
    until: string | null,
    successorEmail: string | null,
  ): Promise<void> {
    const { today } = this.transaction;
    await this.lock(accountId);
    const member = await this.reader.findMember(accountId, await this.getUserId(userEmail));
    if (!member) throw notFound('TeamMember', ['input', 'userEmail']);
    const lastDay = until ?? today;
    if (lastDay < member.since) {
      throw new StrataError('INVALID_INPUT', 'Nobody leaves before they came.', ['input', 'until']);
    }
    await this.transaction.query(
      sql`UPDATE team_members SET until = ${lastDay}, leader = false
          WHERE tenant_id = ${this.transaction.tenantId} AND id = ${member.id}`,
    );
    if (successorEmail) await this.handOver(member, await this.getUserId(successorEmail));
    await this.judgeAnew(accountId);
  }

  private async handOver(member: TeamMember, successorId: string): Promise<void> {
    const { tenantId, now, today } = this.transaction;
    if (successorId === member.userId) {
      throw new StrataError('RULE_BROKEN', 'Nobody succeeds themselves.', ['input', 'successorEmail']);
    }
    const known = await this.reader.findMember(member.accountId, successorId);
    const id = known?.id ?? newId();
    if (!known) {
      const row = { ...member, id, userId: successorId, since: today, until: null, recordedAt: now };
      await this.transaction.query(insertRows(TeamMember, [row]));
    } else if (member.leader) {
      await this.transaction.query(
        sql`UPDATE team_members SET leader = true WHERE tenant_id = ${tenantId} AND id = ${id}`,
      );
    }
    await this.transaction.query(
      sql`INSERT INTO counterparts (tenant_id, member_id, stakeholder_id, recorded_at)
          SELECT x.tenant_id, ${id}::uuid, x.stakeholder_id, ${now} FROM counterparts x
          WHERE x.tenant_id = ${tenantId} AND x.member_id = ${member.id} ON CONFLICT DO NOTHING`,
    );
    await this.transaction.query(
      sql`UPDATE commitments SET owner_id = ${successorId}
          WHERE tenant_id = ${tenantId} AND account_id = ${member.accountId} AND owner_id = ${member.userId} AND settled IS NULL`,
    );
  }

  private async lookAfter(memberId: string, accountId: string, refs: readonly RefInput[]): Promise<void> {
    const { tenantId, now } = this.transaction;
    const people = await this.participants.getParticipants(accountId, refs, ['input', 'counterparts']);
    await this.transaction.query(
      sql`DELETE FROM counterparts WHERE tenant_id = ${tenantId} AND member_id = ${memberId}`,
    );
    const rows = people.map(({ id }) => ({ tenantId, memberId, stakeholderId: id, recordedAt: now }));
    if (rows.length > 0) await this.transaction.query(insertRows(Counterpart, rows));
  }

  private async stepDown(accountId: string): Promise<void> {
    await this.transaction.query(
      sql`UPDATE team_members SET leader = false
          WHERE tenant_id = ${this.transaction.tenantId} AND account_id = ${accountId} AND leader`,
    );
  }

  private async getUserId(email: string): Promise<string> {
    const users = await this.access.ensureUsers([email]);
    const user = users.get(email.toLowerCase());
    if (!user) throw notFound('User', ['input', 'userEmail']);
    return user.id;
  }

  /** At once, because a team opposite theirs tells of the structure, which the answer shows. */
  private async judgeAnew(accountId: string): Promise<void> {
    this.transaction.touch([accountId]);
    await this.transaction.refreshTouched();
  }

  /** Of two who change one team at once the second waits here. */
  private lock(accountId: string): Promise<void> {
    return lockAccounts(this.transaction, [accountId]);
  }
}
