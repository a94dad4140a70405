import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { ReadinessService } from './readiness.service.js';

/** What a probe is told. */
interface ProbeAnswer {
  status: 'up' | 'ready';
}

/** Answers whoever watches over the process. Nothing here needs a key, and nothing tells of a tenant. */
@Controller()
export class ProbesController {
  constructor(private readonly readiness: ReadinessService) {}

  /** The process runs. It says nothing of the database: restarting us would not mend that. */
  @Get('livez')
  @Header('Cache-Control', 'no-store')
  live(): ProbeAnswer {
    return { status: 'up' };
  }

  /** Requests are welcome; else 503 with the reason. */
  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  async ready(): Promise<ProbeAnswer> {
    const reason = await this.readiness.findObstacle();
    if (reason !== null) throw new ServiceUnavailableException({ status: 'unavailable', reason });
    return { status: 'ready' };
  }
}
