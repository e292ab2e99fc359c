import type { Locale } from '../../messages.ts';
import { access } from './access.ts';
import { board } from './board.ts';
import { codes } from './codes.ts';
import { errors } from './errors.ts';
import { outline } from './outline.ts';
import { own } from './own.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { phone } from './phone.ts';
import { protocol } from './protocol.ts';
import { rules } from './rules.ts';
import { signing } from './signing.ts';
import { start } from './start.ts';
import { table } from './table.ts';
import { ui } from './ui.ts';

export const locale: Locale = {
  rules,
  messages: {
    ...access,
    ...board,
    ...codes,
    ...errors,
    ...outline,
    ...own,
    ...papers,
    ...people,
    ...phone,
    ...protocol,
    ...signing,
    ...start,
    ...table,
    ...ui,
  },
};
