import { Module } from '@nestjs/common';
import { EconomicsModule } from '../economics/economics.module.js';
import { ChecklistRoundsReader } from './checklist-rounds.reader.js';
import { ChecklistReader } from './checklist.reader.js';
import { ChecklistResolver } from './checklist.resolver.js';
import { ChecklistService } from './checklist.service.js';
import { LiveFiguresReader } from './live-figures.reader.js';

@Module({
  imports: [EconomicsModule],
  providers: [LiveFiguresReader, ChecklistRoundsReader, ChecklistReader, ChecklistService, ChecklistResolver],
})
export class ChecklistModule {}
