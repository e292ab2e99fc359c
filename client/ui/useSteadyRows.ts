import {
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isByKey, useOnePress } from './useOnePress.ts';

/** So long after the last press or move over the list a row that is gone keeps its place. */
const KEPT_MS = 2_000;
/** The same where nothing is left that could come under the finger. */
const LAST_MS = 1_000;
const LOOK_MS = 200;
/** Rows that have just moved take no press: the finger was on its way to what stood there before. */
const SETTLE_MS = 400;

/** A row in its place, whether what it is about is still there or not. */
export interface SteadyRow<T> {
  id: string;
  item: T;
  isGone: boolean;
}

export interface SteadyRows<T, Place extends HTMLElement> {
  rows: readonly SteadyRow<T>[];
  /** For the element whose children are the rows, one each. */
  list: RefObject<Place | null>;
  /** For an element around the list and all that its buttons open. */
  around: { onClickCapture(event: MouseEvent): void; onPointerMove(): void };
}

/**
 * Rows with answers that must not reach somebody else: a row that is gone keeps its place while somebody is at
 * work there, and one that comes stands last. Two presses beside each other both count, however soon they come;
 * a double tap acts once, and what has just moved takes no press.
 * @param items what there is now
 * @param idOf tells one from the others; always the same function
 */
export function useSteadyRows<T, Place extends HTMLElement>(
  items: readonly T[],
  idOf: (item: T) => string,
): SteadyRows<T, Place> {
  const touched = useRef(0);
  const rows = useKept(items, idOf, touched);
  const list = useRef<Place>(null);
  const movedAt = usePlaces(list, rows);
  const press = useOnePress();
  const onClickCapture = (event: MouseEvent): void => {
    touched.current = performance.now();
    if (!isByKey(event) && touched.current - movedAt.current < SETTLE_MS) {
      event.preventDefault();
      event.stopPropagation();
    } else {
      press(event);
    }
  };
  const onPointerMove = (): void => {
    touched.current = performance.now();
  };
  return { rows, list, around: { onClickCapture, onPointerMove } };
}

/** The items in the order in which they came, those that are gone among them for a while. */
function useKept<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  touched: RefObject<number>,
): readonly SteadyRow<T>[] {
  const [kept, setKept] = useState(items);
  const here = new Map(items.map((item) => [idOf(item), item]));
  const known = new Set(kept.map(idOf));
  const added = items.filter((item) => !known.has(idOf(item)));
  if (added.length > 0) {
    setKept([...kept, ...added]);
  }
  const rows = [...kept, ...added].map((item) => {
    const id = idOf(item);
    return { id, item: here.get(id) ?? item, isGone: !here.has(id) };
  });
  const gone = rows.flatMap(({ id, isGone }) => (isGone ? [id] : [])).join(' ');
  const keptFor = items.length === 0 ? LAST_MS : KEPT_MS;
  useEffect(() => {
    if (gone === '') {
      return undefined;
    }
    touched.current = performance.now();
    const ids = new Set(gone.split(' '));
    const look = setInterval(() => {
      if (performance.now() - touched.current >= keptFor) {
        setKept((before) => before.filter((item) => !ids.has(idOf(item))));
      }
    }, LOOK_MS);
    return () => clearInterval(look);
  }, [gone, keptFor, idOf, touched]);
  return rows;
}

interface Box {
  height: number;
  x: number;
  y: number;
}

/** Less than this is how a browser rounds, and no move. */
const STILL = 4;

/** Keeps rows that are gone as high as they were. Gives when rows last moved within their part of the page. */
function usePlaces(
  list: RefObject<HTMLElement | null>,
  rows: readonly SteadyRow<unknown>[],
): RefObject<number> {
  const movedAt = useRef(Number.NEGATIVE_INFINITY);
  const before = useRef<ReadonlyMap<Element, Box>>(new Map());
  const look = useCallback((): void => {
    const now = new Map(drawnIn(list.current).map((row) => [row, boxOf(row)]));
    if ([...now].some(([row, box]) => hasMoved(before.current.get(row), box))) {
      movedAt.current = performance.now();
    }
    before.current = now;
  }, [list]);
  useLayoutEffect(() => {
    for (const [index, row] of drawnIn(list.current).entries()) {
      const height = rows[index]?.isGone ? before.current.get(row)?.height : undefined;
      row.style.minHeight = height === undefined ? '' : `${height}px`;
    }
    look();
  });
  const isThere = rows.length > 0;
  useEffect(() => {
    const part = isThere ? list.current?.parentElement : null;
    // A page that is turned, and words that come or break: nothing is drawn anew, and rows move.
    const sizes = new ResizeObserver(look);
    if (part) {
      sizes.observe(part);
    }
    return () => sizes.disconnect();
  }, [isThere, list, look]);
  return movedAt;
}

function drawnIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.children ?? [])].filter((row) => row instanceof HTMLElement);
}

/** Where it stands in the part around the list, so that neither scrolling nor what is above moves it. */
function boxOf(row: HTMLElement): Box {
  const part = row.parentElement?.parentElement;
  return {
    height: row.getBoundingClientRect().height,
    x: row.offsetLeft - (part?.offsetLeft ?? 0),
    y: row.offsetTop - (part?.offsetTop ?? 0),
  };
}

function hasMoved(before: Box | undefined, { x, y }: Box): boolean {
  return before !== undefined && (Math.abs(x - before.x) > STILL || Math.abs(y - before.y) > STILL);
}
