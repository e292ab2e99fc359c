import { ButtonLink } from '../ui/controls/Button.tsx';
import { useT } from './context.ts';
import { useTitle } from './title.ts';
import { useWaiting } from './WaitSaid.tsx';

/** Something is being loaded; it is shown here and said by `WaitSaid`. */
export function Wait() {
  const t = useT();
  useWaiting();
  useTitle(t('ui.loading'));
  return (
    <main className="app-wait" aria-busy="true">
      <h1>{t('ui.loading')}</h1>
    </main>
  );
}

/** No page under this address. */
export function PageMissing() {
  const t = useT();
  useTitle(t('ui.page_missing_title'));
  return (
    <main className="app-page">
      <h1>{t('ui.page_missing_title')}</h1>
      <p>{t('ui.page_missing_text')}</p>
      <div className="app-page-actions">
        <ButtonLink href="/">{t('ui.to_start')}</ButtonLink>
      </div>
    </main>
  );
}
