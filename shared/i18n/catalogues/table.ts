import { catalogue } from '../messages.ts';

export const tableMessages = catalogue({});
