import { connectionOf } from '../../common/connection.types.js';
import { Kit } from './kit.entity.js';

export const KitConnection = connectionOf(Kit);
