import { useState } from 'react';
import type { VersionRef } from '#shared/api/view.ts';
import { useLanguage, useT, useView } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { Download } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from '../decide/DonePage.module.css';
import { downloadFile } from './download.ts';

const KINDS = ['pdf', 'json'] as const;
type Kind = (typeof KINDS)[number];

/** The version to take home. */
export function Documents({ version }: { version: VersionRef }) {
  const view = useView();
  const t = useT();
  const { language } = useLanguage();
  const { busy, error, run } = useRequest();
  const [kind, setKind] = useState<Kind | null>(null);
  const get = (wanted: Kind) => () => {
    setKind(wanted);
    const path = `/p/${view.me.participationId}/versions/${version.id}/protocol.${wanted}`;
    void run(() => downloadFile(path, `Protokoll-${version.number}.${wanted}`, { t, language }));
  };
  const told = busy ? t('signing.document_making') : kind && !error ? t('signing.document_done') : '';
  return (
    <section className={styles['documents']}>
      <h2>{t('signing.documents')}</h2>
      <div className={styles['row']}>
        {KINDS.map((one) => (
          <Button
            key={one}
            icon={<Download />}
            onClick={get(one)}
            busy={busy}
            data-testid={`protocol-download-${one}`}
          >
            {t(`signing.document_${one}`)}
          </Button>
        ))}
      </div>
      <p role="status" className={styles['small']} data-testid="protocol-download-state">
        {told}
      </p>
      {error && kind ? (
        <Notice
          tone="err"
          announce="alert"
          actions={<Button onClick={get(kind)}>{t('signing.retry')}</Button>}
        >
          {error}
        </Notice>
      ) : null}
    </section>
  );
}
