import * as react from 'react/jsx-dev-runtime';
import { withOwnText } from './own-text.ts';

/** What `jsx-runtime.ts` is, while developing. */

export type { JSX } from 'react/jsx-runtime';
export const Fragment = react.Fragment;

const wrap = (text: string, key: string) => react.jsxDEV('own-text', { children: text }, key, false);

/** Makes an element that can say where it was written. */
export const jsxDEV: typeof react.jsxDEV = (type, props, key, isStatic, source, self) =>
  react.jsxDEV(type, withOwnText(props, type !== Fragment, wrap), key, isStatic, source, self);
