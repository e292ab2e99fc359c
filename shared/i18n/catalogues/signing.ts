import { catalogue } from '../messages.ts';

export const signingMessages = catalogue({});
