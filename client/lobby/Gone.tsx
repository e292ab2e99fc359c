import { leads } from '#shared/access/parts.ts';
import type { LobbyView, TableView } from '#shared/api/view.ts';
import { useT } from '../app/context.ts';
import { ButtonLink } from '../ui/controls/Button.tsx';
import { CallButton } from './CallButton.tsx';
import { Words } from './Words.tsx';

/**
 * The place is no longer open. Whoever was at the table has had their part; whoever waited is told
 * without a reason; somebody unknown gets the words of a link that opens nothing.
 */
export function Gone({ known }: { known: LobbyView | TableView | null }) {
  const t = useT();
  if (known === null) {
    return (
      <Words title={t('access.link_invalid_title')} text={t('access.link_invalid_text')}>
        <ButtonLink href="/">{t('ui.to_start')}</ButtonLink>
      </Words>
    );
  }
  const { facilitator } = known.meeting;
  const wasThere = known.kind === 'table';
  return (
    <Words
      title={t(wasThere ? 'access.gone_title' : 'access.refused_title')}
      text={t(wasThere ? 'access.gone_text' : 'access.refused_text', { facilitator: facilitator.name })}
    >
      {leads(known.me.role) ? (
        <ButtonLink href="/heute">{t('access.to_home')}</ButtonLink>
      ) : (
        <CallButton {...facilitator} />
      )}
    </Words>
  );
}

/** After "Nein": the facilitator is told, and this device is done. */
export function NotMe({ facilitator }: { facilitator: string }) {
  const t = useT();
  return <Words title={t('access.not_me_title')} text={t('access.not_me_text', { facilitator })} />;
}
