import { accounts } from './accounts.ts';
import { meeting } from './meeting.ts';
import { start } from './start.ts';

/** German: every other language has the keys and placeholders of these texts. */
export const locale = {
  ...meeting,
  messages: { ...meeting.messages, ...accounts, ...start },
};
