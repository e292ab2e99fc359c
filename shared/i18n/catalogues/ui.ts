import { catalogue } from '../messages.ts';

export const uiMessages = catalogue({});
