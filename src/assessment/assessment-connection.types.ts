import { connectionOf } from '../common/pages/connection.types.js';
import { Assessment } from './assessment.entity.js';

export const AssessmentConnection = connectionOf(Assessment);
