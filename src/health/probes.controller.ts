import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { DailySweepService, type SweepState } from '../assessment/sweep/daily-sweep.service.js';
import { ReadinessService } from './readiness.service.js';

/** What a probe is told. */
interface ProbeAnswer {
  status: 'up' | 'ready';
}

/** Requests are welcome. How far the daily sweep is behind stands beside, and makes nobody unwelcome. */
interface ReadyAnswer extends ProbeAnswer {
  /** As the last look saw it; null before the first one. */
  sweep: Pick<SweepState, 'dueAt' | 'waiting' | 'behindSeconds'> | null;
}

/** Answers whoever watches over the process. Nothing here needs a key, and nothing tells of a tenant. */
@Controller()
export class ProbesController {
  constructor(
    private readonly readiness: ReadinessService,
    private readonly sweeps: DailySweepService,
  ) {}

  /** The process runs. It says nothing of the database: restarting us would not mend that. */
  @Get('livez')
  @Header('Cache-Control', 'no-store')
  live(): ProbeAnswer {
    return { status: 'up' };
  }

  /** Requests are welcome; else 503 with the reason. */
  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  async ready(): Promise<ReadyAnswer> {
    const reason = await this.readiness.findObstacle();
    if (reason !== null) throw new ServiceUnavailableException({ status: 'unavailable', reason });
    const { state } = this.sweeps;
    const sweep = state && { dueAt: state.dueAt, waiting: state.waiting, behindSeconds: state.behindSeconds };
    return { status: 'ready', sweep };
  }
}
