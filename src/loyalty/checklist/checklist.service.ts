import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessService } from '../../access/access.service.js';
import { StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { CHECKLIST } from '../../domain/loyalty/checklist/statements.js';
import { ChecklistRatingRow } from './checklist-rating.entity.js';
import { ChecklistRound } from './checklist-round.entity.js';
import { ChecklistRoundsReader } from './checklist-rounds.reader.js';
import type { OpenChecklistRoundInput, StatementRatingInput } from './checklist.inputs.js';
import { LiveFiguresReader } from './live-figures.reader.js';

const CODES: ReadonlySet<string> = new Set(CHECKLIST.map(({ code }) => code));

/** Opens rounds, takes ratings, closes rounds. */
@Injectable()
export class ChecklistService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: AccessService,
    private readonly rounds: ChecklistRoundsReader,
    private readonly figures: LiveFiguresReader,
  ) {}

  /** CONFLICT while another round is open; INVALID_INPUT for a day to come. */
  async openRound({ title, openedOn }: OpenChecklistRoundInput): Promise<ChecklistRound> {
    const { tenantId, today } = this.transaction;
    if ((openedOn ?? today) > today) {
      throw new StrataError('INVALID_INPUT', 'A round is opened on its day, or later.', [
        'input',
        'openedOn',
      ]);
    }
    const round: ChecklistRound = {
      ...{ tenantId, id: newId(), title, openedOn: openedOn ?? today },
      openedById: this.access.caller.user?.id ?? null,
      ...{ closedAt: null, closedById: null, figures: null },
    };
    const written = await this.transaction.query(
      insertRows(ChecklistRound, [round], { skipTaken: true, returning: 'id' }),
    );
    if (written.length > 0) return round;
    throw new StrataError('CONFLICT', 'A round is open already: close it first.');
  }

  /**
   * Takes what one of our people thinks; a later rating of theirs goes before an earlier one. FORBIDDEN for an integration,
   * which has no opinion; RULE_BROKEN once the round is closed.
   */
  async rate(roundId: string, ratings: readonly StatementRatingInput[]): Promise<void> {
    const { tenantId, now: ratedAt } = this.transaction;
    const raterId = this.access.caller.user?.id;
    if (raterId === undefined) {
      throw new StrataError('FORBIDDEN', 'Only people rate: use the key of one of them.');
    }
    refuseUnknown(ratings);
    const round = await this.rounds.getRoundToRate(roundId);
    refuseClosed(round);
    const rows = ratings.map(({ statement, rating }) => ({
      ...{ tenantId, id: newId(), roundId: round.id, statement, raterId, rating, ratedAt },
    }));
    if (rows.length > 0) await this.transaction.query(insertRows(ChecklistRatingRow, rows));
  }

  /** Closes a round and keeps the figures as they are now. RULE_BROKEN if it is closed already. */
  async closeRound(roundId: string): Promise<ChecklistRound> {
    const { tenantId, now: closedAt } = this.transaction;
    const round = await this.rounds.getRound(roundId);
    const figures = await this.figures.readPresent();
    const closedById = this.access.caller.user?.id ?? null;
    const written = await this.transaction.query(
      sql`UPDATE checklist_rounds SET closed_at = ${closedAt}, closed_by_id = ${closedById}, figures = ${JSON.stringify(figures)}::jsonb
          WHERE tenant_id = ${tenantId} AND id = ${round.id} AND closed_at IS NULL RETURNING id`,
    );
    if (written.length === 0) refuseClosed({ ...round, closedAt: round.closedAt ?? closedAt });
    return { ...round, closedAt, closedById, figures };
  }
}

function refuseClosed({ closedAt }: ChecklistRound): void {
  if (closedAt === null) return;
  throw new StrataError('RULE_BROKEN', 'The round is closed.', ['round'], { closedAt });
}

function refuseUnknown(ratings: readonly StatementRatingInput[]): void {
  const seen = new Set<string>();
  for (const [index, { statement }] of ratings.entries()) {
    const path = ['ratings', String(index), 'statement'];
    if (!CODES.has(statement)) throw new StrataError('INVALID_INPUT', 'There is no such statement.', path);
    if (seen.has(statement)) throw new StrataError('INVALID_INPUT', 'A statement is rated once.', path);
    seen.add(statement);
  }
}
