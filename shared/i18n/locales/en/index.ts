import type { Locale } from '../../messages.ts';
import { accounts } from './accounts.ts';
import { closing } from './closing.ts';
import { start } from './start.ts';

export const locale: Locale = {
  ...closing,
  messages: { ...closing.messages, ...accounts, ...start },
};
