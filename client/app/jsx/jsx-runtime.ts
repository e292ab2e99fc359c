import * as react from 'react/jsx-runtime';
import { withOwnText } from './own-text.ts';

/** React's own way to make elements, with every text in an element of its own (see `own-text.ts`). */

export type { JSX } from 'react/jsx-runtime';
export const Fragment = react.Fragment;

type Make = typeof react.jsx;

const wrap = (text: string, key: string) => react.jsx('own-text', { children: text }, key);

/** Makes an element with at most one child, or with children that a list gives. */
export const jsx: Make = (type, props, key) =>
  react.jsx(type, withOwnText(props, type !== Fragment, wrap), key);

/** Makes an element with several children written one by one. */
export const jsxs: Make = (type, props, key) =>
  react.jsxs(type, withOwnText(props, type !== Fragment, wrap), key);
