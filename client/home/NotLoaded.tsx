import { useT } from '../app/context.ts';
import { useTitle } from '../app/title.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import page from './Page.module.css';
import { StartHeader } from './StartHeader.tsx';

/** In the place of a page that could not be loaded: why, and another try. */
export function NotLoaded({ message, onAgain }: { message: string; onAgain: () => void }) {
  const t = useT();
  const title = t('start.not_loaded');
  useTitle(title);
  return (
    <>
      <StartHeader />
      <main className={page['page']}>
        <h1 className={page['title']}>{title}</h1>
        <Notice tone="warn" announce="alert" actions={<Button onClick={onAgain}>{t('start.again')}</Button>}>
          {message}
        </Notice>
      </main>
    </>
  );
}
