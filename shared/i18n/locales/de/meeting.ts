import { board } from './board.ts';
import { codes } from './codes.ts';
import { first } from './first.ts';
import { outline } from './outline.ts';
import { own } from './own.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { phone } from './phone.ts';
import { protocol } from './protocol.ts';
import { table } from './table.ts';

/** What a meeting says, from the link on: nothing of accounts and start pages. */
export const meeting = {
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
    ...table,
  },
};
