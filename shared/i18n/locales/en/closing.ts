import { meeting } from './meeting.ts';
import { signing } from './signing.ts';

/** What a meeting says from the reading on. */
export const closing = { ...meeting, messages: { ...meeting.messages, ...signing } };
