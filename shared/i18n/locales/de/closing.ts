import { meeting } from './meeting.ts';
import { signing } from './signing.ts';

/** What a meeting says once the plan is about to stand still: reading, deciding, sealing. */
export const closing = { ...meeting, messages: { ...meeting.messages, ...signing } };
