import { Spine1795000000000 } from './migrations/1795000000000-spine.js';
import { TenantIsolation1795000000001 } from './migrations/1795000000001-tenant-isolation.js';
import { Advocacy1795000000002 } from './migrations/1795000000002-advocacy.js';
import { AnswerSeries1795000000007 } from './migrations/1795000000007-answer-series.js';

/** Oldest first. A migration that has been released is never edited: the next one mends it. */
export const MIGRATIONS = [
  Spine1795000000000,
  TenantIsolation1795000000001,
  Advocacy1795000000002,
  AnswerSeries1795000000007,
];
