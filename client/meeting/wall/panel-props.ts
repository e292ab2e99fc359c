import type { TextSection } from '#shared/documents/plan/roots.ts';
import type { Fresh } from '../../plan/board/fresh.ts';
import type { Words } from '../../plan/words/words.ts';

/** What a panel of the shared screen is drawn from. */
export interface WallPanelProps {
  texts: readonly TextSection[];
  words: Words;
  /** Of the place below the header. */
  height: number;
  /** The record that who leads has selected. */
  focus: string | null;
  fresh: Fresh;
}
