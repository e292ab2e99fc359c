import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { exchangeLink } from '#shared/api/routes/links.ts';
import { useApi, useStore, useT } from '../app/context.ts';
import { Button } from '../ui/controls/Button.tsx';
import { linkToken } from './token.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { Words } from './Words.tsx';

/** `/j#token`: exchanges the personal link for a place and goes there. */
export function LinkPage() {
  const t = useT();
  const { trouble, exchange } = useExchange();
  if (trouble === null) {
    return <Words title={t('access.opening')} busy />;
  }
  if (trouble.kind === 'invalid') {
    return <Words title={t('access.link_invalid_title')} text={t('access.link_invalid_text')} />;
  }
  const isOffline = trouble.kind === 'offline';
  return (
    <Words
      title={t(isOffline ? 'access.link_offline_title' : 'access.link_failed_title')}
      text={isOffline ? t('access.link_offline_text') : trouble.message}
    >
      <Button variant="primary" size="big" onClick={exchange}>
        {t('access.try_again')}
      </Button>
    </Words>
  );
}

function useExchange(): { trouble: Trouble | null; exchange: () => void } {
  const api = useApi();
  const token = useStore(linkToken);
  const [, navigate] = useLocation();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const exchange = useCallback(() => {
    if (token === null) {
      setTrouble({ kind: 'invalid' });
      return;
    }
    setTrouble(null);
    api.call(exchangeLink, { body: { token } }).then(
      ({ participationId }) => navigate(`/p/${participationId}`, { replace: true }),
      (failure: unknown) => setTrouble(troubleOf(failure)),
    );
  }, [api, navigate, token]);
  useEffect(exchange, [exchange]);
  useEffect(() => {
    window.addEventListener('online', exchange);
    return () => window.removeEventListener('online', exchange);
  }, [exchange]);
  return { trouble, exchange };
}
