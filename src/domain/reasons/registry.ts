import type { ReasonRule } from './reason.js';
import { problemOpen } from './owed/problem-open.js';
import { promiseBroken } from './owed/promise-broken.js';
import { resolutionUntold } from './owed/resolution-untold.js';
import { decidingLevelSilent } from './relationship/deciding-level-silent.js';
import { keyStakeholderLeft } from './relationship/key-stakeholder-left.js';
import { onePersonRelationship } from './relationship/one-person-relationship.js';
import { singleThreaded } from './relationship/single-threaded.js';
import { decidingLevelDissatisfied } from './stated/deciding-level-dissatisfied.js';
import { decidingLevelUnheard } from './stated/deciding-level-unheard.js';
import { declining } from './stated/declining.js';
import { levelsDiverge } from './stated/levels-diverge.js';
import { overestimated } from './stated/overestimated.js';
import { statedDefection } from './stated/stated-defection.js';

/**
 * Every reason an account can be at risk for. `stated/` holds those that look at what was said, `relationship/` those
 * that look at people and contacts, `owed/` those that look at what we owe: news, a solution, a promise. A new reason is a file there, a line here, and its figures in `reason.ts`.
 */
export const REASON_RULES: readonly ReasonRule[] = [
  statedDefection,
  decidingLevelDissatisfied,
  levelsDiverge,
  resolutionUntold,
  problemOpen,
  keyStakeholderLeft,
  decidingLevelUnheard,
  decidingLevelSilent,
  declining,
  singleThreaded,
  onePersonRelationship,
  promiseBroken,
  overestimated,
];
