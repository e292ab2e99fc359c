import type { Locale } from '../../messages.ts';
import { board } from './board.ts';
import { codes } from './codes.ts';
import { first } from './first.ts';
import { outline } from './outline.ts';
import { own } from './own.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { phone } from './phone.ts';
import { protocol } from './protocol.ts';
import { signing } from './signing.ts';
import { start } from './start.ts';
import { table } from './table.ts';

export const locale: Locale = {
  ...first,
  messages: {
    ...first.messages,
    ...board,
    ...codes,
    ...outline,
    ...own,
    ...papers,
    ...people,
    ...phone,
    ...protocol,
    ...signing,
    ...start,
    ...table,
  },
};
