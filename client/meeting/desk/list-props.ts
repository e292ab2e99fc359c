import type { Chosen } from './useDesk.ts';

/** What a list beside the table is drawn from. */
export interface ListProps extends Chosen {
  /** The list has the whole table: details stand beside it. */
  wide: boolean;
}
