import { Injectable } from '@nestjs/common';
import { AccessService } from '../../access/access.service.js';
import type { LiveFigure } from '../../domain/loyalty/checklist/live-figure.js';
import {
  checklistResults,
  standingRatings,
  type AreaResult,
  type RatingFact,
} from '../../domain/loyalty/checklist/results.js';
import type { ChecklistRating } from '../../domain/loyalty/checklist/statement.js';
import { ChecklistRoundsReader } from './checklist-rounds.reader.js';
import type { Checklist, ChecklistAreaResult, ChecklistSection } from './checklist.types.js';
import { LiveFiguresReader } from './live-figures.reader.js';

/** Puts together what our people think of us and what the product knows of us. */
@Injectable()
export class ChecklistReader {
  constructor(
    private readonly access: AccessService,
    private readonly rounds: ChecklistRoundsReader,
    private readonly figures: LiveFiguresReader,
  ) {}

  /** Of a round, or of the latest one; before the first one the statements without ratings. */
  async readChecklist(roundId: string | null): Promise<Checklist> {
    const round = roundId === null ? await this.rounds.findLatest() : await this.rounds.getRound(roundId);
    const ratings = round ? ((await this.rounds.findRatings([round.id])).get(round.id) ?? []) : [];
    const figures = await this.figures.readFigures(round);
    const mine = this.ratingsOfCaller(ratings);
    const sections = checklistResults(ratings).map((area) => sectionOf(area, figures, mine));
    return { round, sections };
  }

  /** The areas of each of these rounds. */
  async readAreas(roundIds: readonly string[]): Promise<Map<string, ChecklistAreaResult[]>> {
    const ratings = await this.rounds.findRatings(roundIds);
    return new Map(roundIds.map((id) => [id, checklistResults(ratings.get(id) ?? [])]));
  }

  private ratingsOfCaller(ratings: readonly RatingFact[]): Map<string, ChecklistRating> {
    const raterId = this.access.caller.user?.id;
    const own = standingRatings(ratings.filter((rating) => rating.raterId === raterId));
    return new Map(own.map(({ statement, rating }) => [statement, rating]));
  }
}

function sectionOf(
  area: AreaResult,
  figures: readonly LiveFigure[],
  mine: ReadonlyMap<string, ChecklistRating>,
): ChecklistSection {
  const statements = area.statements.map(({ statement, raters, mean, agreement, counts }) => ({
    ...{ code: statement.code, text: statement.text, raters, mean, agreement, counts: [...counts] },
    mine: mine.get(statement.code) ?? null,
    figure: figures.find(({ code }) => code === statement.figure) ?? null,
  }));
  return { ...area, statements };
}
