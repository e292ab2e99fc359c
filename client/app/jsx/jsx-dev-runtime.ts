import * as react from 'react/jsx-dev-runtime';
import { withOwnText } from './own-text.ts';

/** What `jsx-runtime.ts` is, while developing. */

export type { JSX } from 'react/jsx-runtime';
export const Fragment = react.Fragment;

const wrap = (text: string, key: string) => react.jsxDEV('own-text', { children: text }, key, false);

/** Makes an element that can say where it was written. Of several texts that are one now React need not warn. */
export const jsxDEV: typeof react.jsxDEV = (type, props, key, isStatic, source, self) => {
  const own = withOwnText(props, type !== Fragment, wrap);
  const hasSeveral =
    typeof own === 'object' && own !== null && 'children' in own && Array.isArray(own.children);
  return react.jsxDEV(type, own, key, isStatic && hasSeveral, source, self);
};
