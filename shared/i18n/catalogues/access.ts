import { catalogue } from '../messages.ts';

export const accessMessages = catalogue({});
