import { type Editor, useValue } from 'tldraw';
import { ArrowDown } from '../../../../ui/icons.ts';
import { InBoth } from '../../../../ui/text/InBoth.tsx';
import { inParts, planWords } from '../../../../ui/text/in-parts.ts';
import type { Words } from '../../../words/words.ts';
import type { BoardModel } from '../../model/model.ts';
import { showCard } from '../camera.ts';
import styles from './Pills.module.css';

/** Branches below the board's lower edge, by name: nothing is out of sight without a word. */
export function Pills({ editor, model, words }: { editor: Editor; model: BoardModel; words: Words }) {
  const bottom = useValue('bottom', () => editor.getViewportPageBounds().maxY, [editor]);
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const hidden = model.branches.filter(({ y }) => y + 40 > bottom - 48 / zoom);
  const [next] = hidden;
  if (!next) {
    return null;
  }
  const goal = words.plan.goals.find(({ id }) => id === next.id);
  const label = goal?.lifeArea
    ? words.t(`code.lifeArea.${goal.lifeArea}`)
    : planWords(goal?.sentence ?? '') || words.t('ui.card.direction', { number: goal?.number ?? '' });
  return (
    <button
      type="button"
      className={styles['pill']}
      onClick={() =>
        showCard(
          editor,
          model.wanted.find(({ ref }) => ref === next.id),
          model.margin,
        )
      }
    >
      <ArrowDown />
      <span>
        <InBoth parts={inParts(label)} />
      </span>
      {hidden.length > 1 ? <span> + {hidden.length - 1}</span> : null}
    </button>
  );
}
