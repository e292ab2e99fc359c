import { useStore, useT } from '../app/context.ts';
import { Wait } from '../app/Pages.tsx';
import type { ViewFeed } from '../session/view-feed.ts';
import { ReloadButton } from './Renewed.tsx';
import { Words } from './Words.tsx';

/** Nothing has been heard of the server yet. */
export function NotReached({ live }: { live: ViewFeed }) {
  const t = useT();
  const connection = useStore(live.connection);
  const isOutdated = useStore(live.isOutdated);
  if (isOutdated) {
    return (
      <Words title={t('ui.renewed')}>
        <ReloadButton big />
      </Words>
    );
  }
  if (connection === 'lost') {
    return <Words title={t('access.link_offline_title')} text={t('access.lobby_offline')} />;
  }
  if (connection === 'restored') {
    return <Words title={t('access.restored_title')} text={t('access.restored')} />;
  }
  if (connection === 'ended') {
    return (
      <Words title={t('access.link_failed_title')}>
        <ReloadButton big />
      </Words>
    );
  }
  return <Wait />;
}
