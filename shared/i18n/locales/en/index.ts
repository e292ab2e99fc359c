import type { Locale } from '../../messages.ts';
import { accounts } from './accounts.ts';
import { meeting } from './meeting.ts';
import { start } from './start.ts';

export const locale: Locale = {
  ...meeting,
  messages: { ...meeting.messages, ...accounts, ...start },
};
