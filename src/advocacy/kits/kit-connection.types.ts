import { connectionOf } from '../../common/pages/connection.types.js';
import { Kit } from './kit.entity.js';

export const KitConnection = connectionOf(Kit);
