import { catalogue } from '../messages.ts';

export const outlineMessages = catalogue({});
