import { catalogue } from '../messages.ts';

export const boardMessages = catalogue({});
