import type { HTMLAttributes, ReactNode } from 'react';

/**
 * Page translators and other helpers in the browser put elements of their own around text, or in its place.
 * React keeps hold of a text that stands beside something else: it then changes words that nobody sees any
 * more, and fails where it takes them away. It keeps hold of no text that an element has for itself, and
 * brings it right whatever has become of it.
 *
 * So every text beside something else gets an element of its own (UI100). It is made here, where elements
 * are made, since nobody can see from a sentence what will stand beside it. Making the calls of React
 * tolerant instead would end the failures and leave old words standing.
 */

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** The element around such a text: inline, without meaning, and matched by no style. */
      'own-text': HTMLAttributes<HTMLElement>;
    }
  }
}

type Wrap = (text: string, key: string) => ReactNode;

/**
 * The same properties, with each text among the children in an element of its own.
 * @param isElement whether they belong to something that can have a text for itself; a fragment cannot
 */
export function withOwnText(props: unknown, isElement: boolean, wrap: Wrap): unknown {
  if (typeof props !== 'object' || props === null || !('children' in props)) {
    return props;
  }
  const children: readonly unknown[] = Array.isArray(props.children) ? props.children : [props.children];
  if (!children.some(isWordy) || (isElement && !Array.isArray(props.children))) {
    return props;
  }
  const isOnlyText = isElement && children.every((child) => isText(child) || isNothing(child));
  return { ...props, children: isOnlyText ? joined(children) : separated(children, wrap) };
}

/** Text that follows on text is one; it stands where the first of it stood, and all else keeps its place. */
function separated(children: readonly unknown[], wrap: Wrap): unknown[] {
  const out: unknown[] = [];
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at];
    if (Array.isArray(child)) {
      out[at] = child.some(isWordy) ? separated(child, wrap) : child;
    } else if (!isText(child)) {
      out[at] = child;
    } else {
      const end = endOfRun(children, at);
      const text = joined(children.slice(at, end));
      // A blank between two elements has no word in it, and translators leave it alone.
      out[at] = text.trim() === '' ? text : wrap(text, `own-text-${at}`);
      for (at += 1; at < end; at += 1) {
        out[at] = null;
      }
      at = end - 1;
    }
  }
  return out;
}

function endOfRun(children: readonly unknown[], from: number): number {
  let end = from + 1;
  while (end < children.length && (isText(children[end]) || isNothing(children[end]))) {
    end += 1;
  }
  return end;
}

function joined(texts: readonly unknown[]): string {
  return texts.filter(isText).join('');
}

function isText(child: unknown): child is string | number | bigint {
  return typeof child === 'string' || typeof child === 'number' || typeof child === 'bigint';
}

function isNothing(child: unknown): boolean {
  return child === null || child === undefined || typeof child === 'boolean';
}

function isWordy(child: unknown): boolean {
  return Array.isArray(child) ? child.some(isWordy) : isText(child) && String(child).trim() !== '';
}
