import { connectionOf } from '../../common/pages/connection.types.js';
import { Teaching } from './teaching.entity.js';

export const TeachingConnection = connectionOf(Teaching);
