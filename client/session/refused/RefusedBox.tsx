import { useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import { useSession, useStore, useT, useView } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Copy, Undo2 } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { useOnePress } from '../../ui/useOnePress.ts';
import type { RefusedText } from '../types.ts';
import { copyText } from './copy-text.ts';
import { usePlaceName, useWhy } from './why.ts';

/** Where the page has room for it, the box is open at first; elsewhere it is one line until somebody opens it. */
const ROOMY = '(min-width: 700px) and (min-height: 500px)';

/** What was typed and not taken over, why, and the words to copy. It stays until it is put away. */
export function RefusedBox() {
  const t = useT();
  const session = useSession();
  const refused = useStore(session.refused);
  const press = useOnePress();
  const { role } = useView().me;
  const [isOpenAtFirst] = useState(() => window.matchMedia(ROOMY).matches);
  const first = refused[0];
  if (!first) {
    return null;
  }
  return (
    <section className="session-refused" aria-label={t('refused.title')} role="alert">
      <details open={isOpenAtFirst}>
        <summary>
          <b>{t('refused.title_count', { count: refused.length })}</b>
          <span className="session-refused-first" {...ofPlan(first.text)}>
            {first.text}
          </span>
        </summary>
        <ul onClickCapture={press}>
          {refused.map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              onDismiss={() => session.dismissRefused(entry.id)}
              onPutBack={() => session.putBack(entry.id, leads(role))}
            />
          ))}
        </ul>
      </details>
    </section>
  );
}

interface EntryProps {
  entry: RefusedText;
  onDismiss: () => void;
  onPutBack: () => void;
}

function Entry({ entry, onDismiss, onPutBack }: EntryProps) {
  const t = useT();
  const why = useWhy(entry.code);
  const place = usePlaceName(entry.place);
  return (
    <li className="session-refused-entry">
      <div className="session-refused-words">
        {entry.text === '' ? null : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and arrow keys must reach it.
          <blockquote {...ofPlan(entry.text)} tabIndex={0}>
            {entry.text}
          </blockquote>
        )}
        {place === null ? null : <p>{t('refused.place', { place })}</p>}
        <p>{why}</p>
      </div>
      <div className="session-refused-actions">
        {entry.lost ? (
          <Button size="small" icon={<Undo2 aria-hidden="true" />} onClick={onPutBack}>
            {t('refused.put_back')}
          </Button>
        ) : null}
        {entry.text === '' ? null : (
          <Button size="small" icon={<Copy aria-hidden="true" />} onClick={() => copyText(entry.text)}>
            {t('refused.copy')}
          </Button>
        )}
        <Button size="small" variant="ghost" onClick={onDismiss}>
          {t('refused.dismiss')}
        </Button>
      </div>
    </li>
  );
}
