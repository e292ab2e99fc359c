import { useState } from 'react';
import { protocolJson, protocolPdf } from '#shared/api/routes/files.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { useApi, useT, useView } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Download } from '../../ui/icons.ts';
import styles from '../decide/DonePage.module.css';
import { saveAnswer } from './download.ts';

const KINDS = ['pdf', 'json'] as const;
const FILES = { pdf: protocolPdf, json: protocolJson };
type Kind = (typeof KINDS)[number];

/** The version to take home. */
export function Documents({ version }: { version: VersionRef }) {
  const view = useView();
  const t = useT();
  const api = useApi();
  const { busy, error, run } = useRequest();
  const [kind, setKind] = useState<Kind | null>(null);
  const get = (wanted: Kind) => () => {
    setKind(wanted);
    const params = { participationId: view.me.participationId, versionId: version.id };
    void run(async () => {
      const file = await api.file(FILES[wanted], { params });
      await saveAnswer(file, `Protokoll-${version.number}.${wanted}`);
    });
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
