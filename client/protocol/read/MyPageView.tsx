import { type ReactNode, useMemo } from 'react';
import type { PersonRef } from '#shared/api/view.ts';
import { joinedParts } from '#shared/i18n/isolate.ts';
import { type OthersLine, type OwnLine, ownPageOf } from '#shared/protocol/report/own-page.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { useT, useView } from '../../app/context.ts';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { Check } from '../../ui/icons.ts';
import { InBoth } from '../../ui/text/InBoth.tsx';
import { inParts } from '../../ui/text/in-parts.ts';
import { usePageWords } from '../document-words.ts';
import { drawnPerson } from '../people.ts';
import styles from './MyPageView.module.css';

/** "Deine Seite": what this version means for one person, in the frozen words and in between as they read. */
export function MyPageView({ content, person }: { content: ProtocolContent; person: PersonRef }) {
  const t = useT();
  const words = usePageWords(content);
  const page = useMemo(() => ownPageOf(content, person.id, words), [content, person.id, words]);
  const own = page.achieved.length + page.goals.length + page.steps.length + page.helping.length;
  return (
    <div className={styles['page']} data-testid="protocol-my-page">
      {own === 0 ? <p>{t('signing.nothing_of_mine')}</p> : null}
      <Lines title={t('signing.achieved')} lines={page.achieved} sign={DONE} />
      <Lines title={t('signing.my_goals')} lines={page.goals} sign={DOT} />
      <Lines title={t('signing.my_steps')} lines={page.steps} sign={BOX} />
      <Others title={t('phone.helping')} lines={page.helping} content={content} />
      <Others title={t('signing.others')} lines={page.others} content={content} />
      {page.nextReview ? (
        <p className={styles['review']}>{t('signing.next_review', { date: page.nextReview })}</p>
      ) : null}
    </div>
  );
}

const DONE = <Check className={styles['done']} />;
const DOT = <span className={styles['dot']} />;
const BOX = <span className={styles['box']} />;

interface LinesProps {
  title: string;
  lines: readonly OwnLine[];
  sign: ReactNode;
}

function Lines({ title, lines, sign }: LinesProps) {
  return lines.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <span className={styles['sign']} aria-hidden="true">
              {sign}
            </span>
            <LineText line={line} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What somebody said is marked as the plan's, what the page says of it is its own. */
function LineText({ line: { text, quote, about } }: { line: OwnLine }) {
  const small = joinedParts(about, ' · ');
  return (
    <span>
      <span dir="auto">
        <InBoth parts={inParts(text)} />
      </span>
      {quote ? (
        <span className={styles['quote']} dir="auto">
          <InBoth parts={inParts(quote)} />
        </span>
      ) : null}
      {small ? (
        <span className={styles['small']}>
          <InBoth parts={inParts(small)} />
        </span>
      ) : null}
    </span>
  );
}

function Others(props: { title: string; lines: readonly OthersLine[]; content: ProtocolContent }) {
  const { title, lines, content } = props;
  const { persons } = useView();
  return lines.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <span className={styles['sign']}>
              {line.person ? (
                <Avatar person={drawnPerson(line.person, persons, content)} size="small" />
              ) : null}
            </span>
            <LineText line={line} />
          </li>
        ))}
      </ul>
    </>
  );
}
