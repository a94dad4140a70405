import type { StrataError } from '../../common/errors.js';
import type { StakeholderRecord } from '../../domain/map/stakeholder-record.js';
import type { LevelSignal } from '../level-signal.types.js';
import type { Stakeholder } from '../stakeholder.entity.js';
import type { StakeholderInput } from '../stakeholders.inputs.js';

/** What one item will do to its stakeholder, or why it may not. */
export interface StakeholderPlan {
  index: number;
  input: StakeholderInput;
  id: string;
  accountId: string;
  before: Stakeholder | null;
  after: StakeholderRecord;
  levelSignals: readonly LevelSignal[];
  /** The seat at another account that this one takes the place of, because the person has moved. */
  moved: Stakeholder | null;
  /** The item brings an id in another system that the stakeholder does not have yet. */
  addsExternal: boolean;
}

/** A plan, or the refusal of the item. */
export type PlannedStakeholder = StakeholderPlan | { index: number; refused: StrataError };

/** Which seat an item is about. */
export interface SeatTarget {
  index: number;
  input: StakeholderInput;
  id: string;
  accountId: string;
  moved: Stakeholder | null;
}
