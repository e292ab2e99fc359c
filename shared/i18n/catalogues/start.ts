import { catalogue } from '../messages.ts';

export const startMessages = catalogue({});
