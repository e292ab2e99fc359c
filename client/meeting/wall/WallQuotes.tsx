import { isYoungPerson } from '#shared/access/roles.ts';
import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import { TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import { type Voice, voiceIn } from '#shared/meeting/voices.ts';
import { isSaidByVoice, noteOnOwnWords, type Written } from '#shared/protocol/report/own-words.ts';
import { usePlan, useView } from '../../app/context.ts';
import type { GoalLayout, PlacedCard } from '../../plan/board/layout/index.ts';
import { Quote } from '../../plan/cards/Quote.tsx';
import { personOf } from '../../plan/words/people.ts';
import type { Words } from '../../plan/words/words.ts';
import styles from './WallBoard.module.css';

const QUOTE_LINE = 30;
const QUOTE_CHARS = 27;
/** Two lines that say who has written it for whom. */
const NOTE_HEIGHT = 48;

/** The own words of a branch, in the free space under its Richtungsziel. */
export function Quotes({ layout, words, space }: { layout: GoalLayout; words: Words; space: number }) {
  const views = useViews();
  return layout.cards
    .filter((card) => card.kind === 'direction' && card.look.density === 'focus')
    .map((card) => {
      const below = card.y + card.height + 16;
      const own = ownWords(card.goal).map((said) => [said]);
      return (
        <div
          key={card.key}
          className={styles['quotes']}
          style={{ transform: `translate(calc(10px * var(--way)), ${below}px)`, width: card.width - 20 }}
        >
          {fitting([...own, ...views], bottomOf(card, layout, space) - below).map((said) => (
            <Quote
              key={said.id}
              person={isSaidByVoice(said) ? personOf(words, said.voice) : null}
              text={said.text}
              note={noteOf(said, words)}
            />
          ))}
        </div>
      );
    });
}

/** Where the column under a Richtungsziel ends: at the next branch, or where the screen does. */
function bottomOf(card: PlacedCard, layout: GoalLayout, space: number): number {
  const [next] = layout.cards.filter(({ kind, y }) => kind === 'direction' && y > card.y);
  return next?.y ?? Math.max(space, layout.height);
}

interface Said extends Written {
  id: string;
  text: string;
}

function ownWords(branch: Goal): Said[] {
  return flatten([branch]).flatMap(({ id, voice, writer, quote }) =>
    quote === null ? [] : [{ id, voice, writer, text: quote }],
  );
}

function noteOf(said: Said, words: Words): string {
  return noteOnOwnWords(said, words.t, (id) => personOf(words, id)?.name ?? '');
}

/** Longer words stand in their own step of the talk, not beside the goals. */
const SHORT = 110;

/** Whose words of today stand beside the goals. */
const HEARD: ReadonlySet<Voice | null> = new Set(['child', 'parents']);

/**
 * What the young person and the parents have said today, a list for each section, as far as all of it is
 * short: parents stand there together or not at all.
 */
function useViews(): Said[][] {
  const { texts } = usePlan();
  const { participants: seats, persons } = useView();
  const child = seats.find(({ role }) => isYoungPerson(role))?.person.id ?? null;
  return TEXT_SECTIONS.filter((section) => HEARD.has(voiceIn(section))).flatMap((section) => {
    const isChilds = voiceIn(section) === 'child';
    const said = (texts[section] ?? [])
      .map(({ id, voice, paragraphs }): Said => {
        const text = paragraphs.map((part) => part.trim()).find((part) => part !== '') ?? '';
        return { id: `${section}/${id}`, voice, writer: voice, text };
      })
      .filter(({ text }) => text !== '');
    if (isChilds) {
      // What somebody else has written down there, or nobody is named for, is not the young person's sentence.
      return said.filter((one) => one.voice === child && isShort(one)).map((one) => [one]);
    }
    return said.every((one) => isShort(one) && personOf({ persons }, one.voice)) ? [said] : [];
  });
}

function isShort({ text }: Said): boolean {
  return text.length <= SHORT;
}

/** As much as there is room for; what belongs together is shown whole. */
function fitting(groups: readonly (readonly Said[])[], space: number): Said[] {
  let left = space;
  return groups.flatMap((group) => {
    const height = group.reduce((sum, said) => sum + heightOf(said), 0);
    if (height > left) {
      return [];
    }
    left -= height;
    return group;
  });
}

function heightOf(said: Said): number {
  const note = (said.voice ?? said.writer) && !isSaidByVoice(said) ? NOTE_HEIGHT : 0;
  return Math.ceil(said.text.length / QUOTE_CHARS) * QUOTE_LINE + 20 + note;
}
