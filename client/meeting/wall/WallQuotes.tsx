import { isYoungPerson } from '#shared/access/roles.ts';
import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import { TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import { type Voice, voiceIn } from '#shared/meeting/voices.ts';
import { usePlan, useView } from '../../app/context.ts';
import type { GoalLayout, PlacedCard } from '../../plan/board/layout/index.ts';
import { Quote } from '../../plan/cards/Quote.tsx';
import { personOf } from '../../plan/words/people.ts';
import type { Words } from '../../plan/words/words.ts';
import styles from './WallBoard.module.css';

const QUOTE_LINE = 30;
const QUOTE_CHARS = 27;

/** The own words of a branch, in the free space under its Richtungsziel. */
export function Quotes({ layout, words }: { layout: GoalLayout; words: Words }) {
  const views = useViews();
  return layout.cards
    .filter((card) => card.kind === 'direction' && card.look.density === 'focus')
    .map((card) => {
      const below = card.y + card.height + 16;
      return (
        <div
          key={card.key}
          className={styles['quotes']}
          style={{ transform: `translate(calc(10px * var(--way)), ${below}px)`, width: card.width - 20 }}
        >
          {fitting([...ownWords(card.goal), ...views], bottomOf(card, layout) - below).map((said) => (
            <Quote key={said.id} person={personOf(words, said.voice)} text={said.text} />
          ))}
        </div>
      );
    });
}

/** Where the cards of a branch end. */
function bottomOf(card: PlacedCard, layout: GoalLayout): number {
  const branch = layout.cards.filter(({ goal }) => goal.id === card.key || goal.parentId === card.key);
  return Math.max(...branch.map(({ y, height }) => y + height));
}

interface Said {
  id: string;
  voice: string | null;
  text: string;
}

function ownWords(branch: Goal): Said[] {
  return flatten([branch]).flatMap(({ id, voice, quote }) =>
    quote === null ? [] : [{ id, voice, text: quote }],
  );
}

/** Longer words stand in their own step of the talk, not beside the goals. */
const SHORT = 110;

/** Whose words of today stand beside the goals. */
const HEARD: ReadonlySet<Voice | null> = new Set(['child', 'parents']);

/** What the young person and the parents have said today, as far as it is one short sentence. */
function useViews(): Said[] {
  const { texts } = usePlan();
  const { participants: seats } = useView();
  const child = seats.find(({ role }) => isYoungPerson(role))?.person.id ?? null;
  return TEXT_SECTIONS.filter((section) => HEARD.has(voiceIn(section))).flatMap((section) => {
    const isChilds = voiceIn(section) === 'child';
    return (
      (texts[section] ?? [])
        .map(({ id, voice, paragraphs }): Said => {
          const text = paragraphs.map((part) => part.trim()).find((part) => part !== '') ?? '';
          return { id: `${section}/${id}`, voice: voice ?? (isChilds ? child : null), text };
        })
        // What somebody else has written down there is not the young person's sentence.
        .filter(({ voice, text }) => text !== '' && text.length <= SHORT && (!isChilds || voice === child))
    );
  });
}

function fitting(said: readonly Said[], space: number): Said[] {
  let left = space;
  return said.filter(({ text }) => {
    const height = Math.ceil(text.length / QUOTE_CHARS) * QUOTE_LINE + 20;
    if (height > left) {
      return false;
    }
    left -= height;
    return true;
  });
}
