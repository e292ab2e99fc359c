import { accounts } from './accounts.ts';
import { closing } from './closing.ts';
import { start } from './start.ts';

/** German: every other language has the keys and placeholders of these texts. */
export const locale = {
  ...closing,
  messages: { ...closing.messages, ...accounts, ...start },
};
