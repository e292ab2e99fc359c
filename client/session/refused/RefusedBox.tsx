import { useSession, useStore, useT } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Copy } from '../../ui/icons.ts';
import type { RefusedText } from '../types.ts';
import { copyText } from './copy-text.ts';

/** What was typed and not taken over, why, and the words to copy. It stays until it is put away. */
export function RefusedBox() {
  const t = useT();
  const session = useSession();
  const refused = useStore(session.refused);
  if (refused.length === 0) {
    return null;
  }
  return (
    <section className="session-refused" aria-label={t('refused.title')} role="alert">
      <h2>{t('refused.title')}</h2>
      <ul>
        {refused.map((entry) => (
          <Entry key={entry.id} entry={entry} onDismiss={() => session.dismissRefused(entry.id)} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry, onDismiss }: { entry: RefusedText; onDismiss: () => void }) {
  const t = useT();
  return (
    <li className="session-refused-entry">
      <div className="session-refused-words">
        <p>{t(`refused.${entry.code}`)}</p>
        {entry.text === '' ? null : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and arrow keys must reach it.
          <blockquote dir="auto" tabIndex={0}>
            {entry.text}
          </blockquote>
        )}
      </div>
      <div className="session-refused-actions">
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
