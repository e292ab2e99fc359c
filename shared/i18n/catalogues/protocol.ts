import { catalogue } from '../messages.ts';

export const protocolMessages = catalogue({});
