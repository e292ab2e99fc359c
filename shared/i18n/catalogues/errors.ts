import { catalogue } from '../messages.ts';

export const errorsMessages = catalogue({});
