import { leads } from '#shared/access/parts.ts';
import { freezeStep } from '#shared/api/routes/protocol.ts';
import type { FreezeProgress } from '#shared/api/view.ts';
import { useApi, useLanguage, useT, useView } from '../../app/context.ts';
import { formatList } from '../../app/format.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { PageHeading } from '../../ui/text/PageHeading.tsx';
import { useServerNow } from '../decide/useNow.ts';
import styles from '../read/ProtocolPane.module.css';

/** The last edits arrive. Everybody waits; who leads sees for whom, and decides. */
export function Freezing({ changed }: { changed: boolean }) {
  const view = useView();
  const t = useT();
  return (
    <div className={styles['calm']} data-testid="protocol-freezing">
      <PageHeading level={2} takeFocus={changed}>
        {t('signing.freezing_title')}
      </PageHeading>
      <p>{t('signing.freezing_text')}</p>
      {leads(view.me.role) && view.freeze ? <FreezeSteps freeze={view.freeze} /> : null}
    </div>
  );
}

function FreezeSteps({ freeze }: { freeze: FreezeProgress }) {
  const view = useView();
  const api = useApi();
  const t = useT();
  const { locale } = useLanguage();
  const { busy, error, run } = useRequest();
  const step = (name: 'wait' | 'now' | 'cancel') => () =>
    run(() =>
      api.call(freezeStep, { params: { participationId: view.me.participationId }, body: { step: name } }),
    );
  const names = formatList(
    freeze.missing.map(({ name }) => name),
    locale,
  );
  return (
    <>
      <ul className={styles['people']}>
        {freeze.missing.map((person) => (
          <li key={person.id}>
            <Avatar person={person} size="small" waiting />
            <bdi>{person.name}</bdi>
          </li>
        ))}
      </ul>
      <p role="status" data-testid="protocol-freeze-missing">
        {t('signing.freezing_missing', { count: freeze.missing.length, names })}
      </p>
      <Countdown freeze={freeze} serverTime={view.serverTime} />
      <Trouble error={error} />
      <div className={styles['row']}>
        <Button onClick={step('wait')} busy={busy} data-testid="protocol-freeze-wait">
          {t('signing.freeze_wait')}
        </Button>
        <Button onClick={step('now')} busy={busy} data-testid="protocol-freeze-now">
          {t('signing.freeze_now')}
        </Button>
        <Button variant="ghost" onClick={step('cancel')} busy={busy} data-testid="protocol-freeze-cancel">
          {t('signing.freeze_cancel')}
        </Button>
      </div>
      {freeze.missing.length > 0 ? <p className={styles['small']}>{t('signing.freezing_now_hint')}</p> : null}
    </>
  );
}

/** Counts in words; not announced each second. */
function Countdown({ freeze, serverTime }: { freeze: FreezeProgress; serverTime: string }) {
  const t = useT();
  const now = useServerNow(serverTime);
  const seconds = Math.max(0, Math.ceil((Date.parse(freeze.deadline) - now) / 1000));
  return (
    <p role="timer" aria-live="off" data-testid="protocol-freeze-countdown">
      {t('signing.freezing_countdown', { seconds })}
    </p>
  );
}
