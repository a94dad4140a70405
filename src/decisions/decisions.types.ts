import { connectionOf } from '../common/pages/connection.types.js';
import { Decision } from './decision.entity.js';

export const DecisionConnection = connectionOf(Decision);
