import { connectionOf } from '../../common/pages/connection.types.js';
import { Insight } from './insight.entity.js';

export const InsightConnection = connectionOf(Insight);
