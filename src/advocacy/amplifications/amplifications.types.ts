import { connectionOf } from '../../common/pages/connection.types.js';
import { Amplification } from './amplification.entity.js';
import { Ask } from './ask.entity.js';

export const AmplificationConnection = connectionOf(Amplification);
export const AskConnection = connectionOf(Ask);
