import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { GraphqlMetricsPlugin } from './metrics/graphql-metrics.plugin.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { MetricsService } from './metrics/metrics.service.js';
import { PoolReader } from './metrics/pool.reader.js';
import { ProbesController } from './probes.controller.js';
import { ReadinessService } from './readiness.service.js';

/** Probes and figures for whoever watches over the process. */
@Module({
  imports: [AssessmentModule],
  controllers: [ProbesController, MetricsController],
  providers: [ReadinessService, MetricsService, PoolReader, GraphqlMetricsPlugin],
  exports: [ReadinessService],
})
export class HealthModule {}
