import { useState } from 'react';
import { useLocation } from 'wouter';
import { leads } from '#shared/access/parts.ts';
import type { LobbyView, TableView } from '#shared/api/view.ts';
import { useStore, useT } from '../app/context.ts';
import { Button, ButtonLink } from '../ui/controls/Button.tsx';
import { CallButton } from './CallButton.tsx';
import { linkToken } from './token.ts';
import { Words } from './Words.tsx';

/**
 * The place is no longer open. Whoever was at the table has had their part; whoever waited is told
 * without a reason; somebody unknown is told how to come in.
 */
export function Gone({ known }: { known: LobbyView | TableView | null }) {
  const t = useT();
  if (known === null) {
    return <Unknown />;
  }
  const { facilitator } = known.meeting;
  const wasThere = known.kind === 'table';
  return (
    <Words
      title={t(wasThere ? 'access.gone_title' : 'access.refused_title')}
      text={t(wasThere ? 'access.gone_text' : 'access.refused_text', { facilitator: facilitator.name })}
    >
      {wasThere || leads(known.me.role) ? null : <KnockAgain />}
      {leads(known.me.role) ? (
        <ButtonLink href="/heute">{t('access.to_home')}</ButtonLink>
      ) : (
        <CallButton {...facilitator} />
      )}
    </Words>
  );
}

/** Whoever was taken for somebody else comes back by the link, as far as this tab knows it. */
function KnockAgain() {
  const t = useT();
  const [, navigate] = useLocation();
  const hasLink = useStore(linkToken) !== null;
  return hasLink ? (
    <Button size="big" onClick={() => navigate('/j', { replace: true })} data-testid="knock-again">
      {t('access.refused_again')}
    </Button>
  ) : (
    <p>{t('access.refused_link')}</p>
  );
}

/**
 * A place that does not know this browser. Where its link was opened on this very page, the browser
 * has not kept what the link gave it; anywhere else it is the link that is missing.
 */
function Unknown() {
  const t = useT();
  const [, navigate] = useLocation();
  const [keepsNothing] = useState(() => linkToken.get() !== null);
  return keepsNothing ? (
    <Words title={t('access.no_cookies_title')} text={t('access.no_cookies_text')}>
      <Button size="big" onClick={() => navigate('/j', { replace: true })}>
        {t('access.try_again')}
      </Button>
    </Words>
  ) : (
    <Words title={t('access.other_browser_title')} text={t('access.other_browser_text')}>
      <ButtonLink href="/">{t('ui.to_start')}</ButtonLink>
    </Words>
  );
}

/** After "Nein": the facilitator is told, and this device is done. Whoever slipped comes back by the link. */
export function NotMe({ facilitator }: { facilitator: string }) {
  const t = useT();
  const [, navigate] = useLocation();
  const hasLink = useStore(linkToken) !== null;
  return (
    <Words title={t('access.not_me_title')} text={t('access.not_me_text', { facilitator })}>
      {hasLink ? (
        <Button size="big" onClick={() => navigate('/j', { replace: true })}>
          {t('access.not_me_back')}
        </Button>
      ) : (
        <p>{t('access.not_me_link')}</p>
      )}
    </Words>
  );
}
