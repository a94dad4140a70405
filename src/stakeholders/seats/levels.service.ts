import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { AccountReferencesReader } from '../../accounts/account-references.reader.js';
import { inferLevel } from '../../domain/levels/infer-level.js';
import { saysTheSame } from '../../domain/map/record.js';
import { levelInferred, type StakeholderRecord } from '../../domain/map/stakeholder-record.js';
import { SeatsService, type SeatChange } from './seats.service.js';
import { StakeholderReferencesReader } from '../references/stakeholder-references.reader.js';
import type { LevelSignal } from '../level-signal.types.js';
import type { Stakeholder } from '../stakeholder.entity.js';
import { StakeholdersReader } from '../stakeholders.reader.js';

/** Keeps what follows from other people's changes: a level, when a reporting line changes; an end, when somebody moves. */
@Injectable()
export class LevelsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: StakeholdersReader,
    private readonly references: StakeholderReferencesReader,
    private readonly accounts: AccountReferencesReader,
    private readonly seats: SeatsService,
  ) {}

  /** Infers the levels of these stakeholders anew, where nobody has stated them. */
  async inferAgain(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const reports = await this.references.countReports(ids);
    const stakeholders = [...(await this.reader.findStakeholders(ids)).values()];
    const segments = await this.accounts.findSegments([
      ...new Set(stakeholders.map(({ accountId }) => accountId)),
    ]);
    const changes = stakeholders.flatMap((stakeholder) => {
      const inferred = inferLevel(
        { title: stakeholder.title, directReports: reports.get(stakeholder.id) ?? null },
        { industry: segments.get(stakeholder.accountId) ?? null },
      );
      const level = levelInferred(stakeholder, inferred.level, { asOf: null });
      return saysTheSame(level, stakeholder) ? [] : [changeTo(stakeholder, level, inferred.signals)];
    });
    await this.write(changes, stakeholders);
  }

  /** Ends the seats of people who are now at another account; the last day there is today. */
  async endSeatsLeft(left: readonly Stakeholder[]): Promise<void> {
    const endedOn = this.transaction.today;
    const open = left.filter((seat) => seat.endedOn === null);
    await this.write(
      open.map((seat) => changeTo(seat, { endedOn }, seat.levelSignals)),
      open,
    );
  }

  private async write(changes: readonly SeatChange[], stakeholders: readonly Stakeholder[]): Promise<void> {
    const written = await this.seats.update(changes);
    this.transaction.touch(
      stakeholders.filter(({ id }) => written.has(id)).map(({ accountId }) => accountId),
    );
  }
}

function changeTo(
  seat: Stakeholder,
  part: Partial<StakeholderRecord>,
  levelSignals: readonly LevelSignal[],
): SeatChange {
  const {
    title,
    level,
    levelBasis,
    levelStatedBy,
    levelFrom,
    roles,
    reportsToId,
    startedOn,
    endedOn,
    successorId,
  } = seat;
  const kept = {
    title,
    level,
    levelBasis,
    levelStatedBy,
    levelFrom,
    roles,
    reportsToId,
    startedOn,
    endedOn,
    successorId,
  };
  return { id: seat.id, version: seat.version, after: { ...kept, ...part }, levelSignals };
}
