import type { FirstLocale } from '../../messages.ts';
import { access } from './access.ts';
import { errors } from './errors.ts';
import { rules } from './rules.ts';
import { ui } from './ui.ts';

/** What the pages before the table say: it is here before anything is drawn. */
export const first: FirstLocale = { rules, messages: { ...access, ...errors, ...ui } };
