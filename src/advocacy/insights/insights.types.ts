import { connectionOf } from '../../common/connection.types.js';
import { Insight } from './insight.entity.js';

export const InsightConnection = connectionOf(Insight);
