import { Spine1795000000000 } from './migrations/1795000000000-spine.js';
import { TenantIsolation1795000000001 } from './migrations/1795000000001-tenant-isolation.js';
import { Advocacy1795000000002 } from './migrations/1795000000002-advocacy.js';
import { LoyaltyEvents1795000000003 } from './migrations/1795000000003-loyalty-events.js';
import { Calibration1795000000004 } from './migrations/1795000000004-calibration.js';
import { Checklist1795000000005 } from './migrations/1795000000005-checklist.js';
import { PlansAndExpectations1795000000006 } from './migrations/1795000000006-plans-and-expectations.js';
import { AnswerSeries1795000000007 } from './migrations/1795000000007-answer-series.js';
import { WaitingAccounts1795000000008 } from './migrations/1795000000008-waiting-accounts.js';
import { ListsInIndexOrder1795000000009 } from './migrations/1795000000009-lists-in-index-order.js';

/** Oldest first. A migration that has been released is never edited: the next one mends it. */
export const MIGRATIONS = [
  Spine1795000000000,
  TenantIsolation1795000000001,
  Advocacy1795000000002,
  LoyaltyEvents1795000000003,
  Calibration1795000000004,
  Checklist1795000000005,
  PlansAndExpectations1795000000006,
  AnswerSeries1795000000007,
  WaitingAccounts1795000000008,
  ListsInIndexOrder1795000000009,
];
