import { useStore, useT } from '../app/context.ts';
import { Wait } from '../app/Pages.tsx';
import type { ViewFeed } from '../session/view-feed.ts';
import { Button } from '../ui/Button.tsx';
import { Words } from './Words.tsx';

/** Nothing has been heard of the server yet. */
export function NotReached({ live }: { live: ViewFeed }) {
  const t = useT();
  const connection = useStore(live.connection);
  if (connection === 'lost') {
    return <Words title={t('access.link_offline_title')} text={t('access.lobby_offline')} />;
  }
  if (connection === 'ended') {
    return (
      <Words title={t('access.link_failed_title')}>
        <Button variant="primary" size="big" onClick={() => window.location.reload()}>
          {t('ui.reload')}
        </Button>
      </Words>
    );
  }
  return <Wait />;
}
