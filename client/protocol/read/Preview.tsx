import { useMemo } from 'react';
import { leads } from '#shared/access/parts.ts';
import { freezeStep } from '#shared/api/routes/protocol.ts';
import { useApi, usePlan, useT, useView } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { PageHeading } from '../../ui/text/PageHeading.tsx';
import { LengthNotice } from './LengthNotice.tsx';
import styles from './ProtocolPane.module.css';
import { previewContent } from './preview-record.ts';
import { Reading } from './Reading.tsx';

/** While the plan is open: how the protocol would read now. Who leads can freeze it. */
export function Preview({ changed }: { changed: boolean }) {
  const view = useView();
  const plan = usePlan();
  const t = useT();
  const content = useMemo(() => previewContent(plan, view), [plan, view]);
  const empty =
    !content.texts && !content.goals && !content.leitziel && !content.resources && !content.services;
  return (
    <div className={styles['preview']} data-testid="protocol-preview">
      <header className={styles['previewHead']}>
        <div>
          <PageHeading level={2} takeFocus={changed}>
            {t('signing.preview_title')}
          </PageHeading>
          <p className={styles['small']}>{t(empty ? 'signing.preview_empty' : 'signing.preview_text')}</p>
        </div>
        {leads(view.me.role) ? <Begin /> : null}
      </header>
      {leads(view.me.role) ? <LengthNotice /> : null}
      <article className={styles['sheet']}>
        <Reading content={content} version={null} />
      </article>
    </div>
  );
}

function Begin() {
  const view = useView();
  const api = useApi();
  const t = useT();
  const { busy, error, run } = useRequest();
  const begin = () =>
    run(() =>
      api.call(freezeStep, { params: { participationId: view.me.participationId }, body: { step: 'begin' } }),
    );
  return (
    <div className={styles['begin']}>
      <Button variant="primary" onClick={begin} busy={busy} data-testid="protocol-freeze">
        {t('signing.begin')}
      </Button>
      <p className={styles['small']}>{t('signing.begin_hint')}</p>
      <Trouble error={error} />
    </div>
  );
}
