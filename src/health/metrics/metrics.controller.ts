import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SETTINGS_TOKEN } from '../../config/settings.module.js';
import type { Settings } from '../../config/settings.js';
import { MetricsService } from './metrics.service.js';

/** Shows what this process measures of itself to whom `METRICS` allows it; to others there is nothing here. */
@Controller()
export class MetricsController {
  constructor(
    private readonly metrics: MetricsService,
    @Inject(SETTINGS_TOKEN) private readonly settings: Settings,
  ) {}

  @Get('metrics')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!this.admits(request)) throw new NotFoundException();
    const text = await this.metrics.print();
    response.set({ 'Content-Type': this.metrics.contentType, 'Cache-Control': 'no-store' }).send(text);
  }

  private admits({ socket, headers }: Request): boolean {
    if (this.settings.METRICS !== 'loopback') return this.settings.METRICS === 'on';
    // What a proxy on this machine passes on comes from loopback too, and says so in a header.
    const isPassedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
    return !isPassedOn && LOOPBACK.test(socket.remoteAddress ?? '');
  }
}

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
