import { registerEconomicsEnums } from './economics-enums.js';
import { registerBacktestEnums } from './backtest-enums.js';
import { registerJudgementEnums } from './judgement-enums.js';
import { registerLoyaltyEnums } from './loyalty-enums.js';
import { registerMapEnums } from './map-enums.js';
import { registerRecoveryEnums } from './recovery-enums.js';

/** Gives the words of the field their explanations in the API. Called once, before the schema is made. */
export function registerEnums(): void {
  registerMapEnums();
  registerJudgementEnums();
  registerBacktestEnums();
  registerRecoveryEnums();
  registerLoyaltyEnums();
  registerEconomicsEnums();
}
