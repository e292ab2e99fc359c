import type { VersionRef } from '#shared/api/view.ts';
import { useApi, useT, useView } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useRequest } from './useRequest.ts';

/** The question before reopening: everybody has to decide once more. */
export function ReopenDialog(props: { version: VersionRef; open: boolean; onClose: () => void }) {
  const { version, open, onClose } = props;
  const view = useView();
  const api = useApi();
  const t = useT();
  const { busy, error, run } = useRequest();
  const reopen = async () => {
    if (await run(() => api.post(`/p/${view.me.participationId}/reopen`))) {
      onClose();
    }
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('signing.reopen_title')}
      role="alertdialog"
      actions={
        <>
          <Button onClick={onClose} data-testid="protocol-reopen-not">
            {t('signing.reopen_not')}
          </Button>
          <Button variant="primary" onClick={reopen} busy={busy} data-testid="protocol-reopen-confirm">
            {t('signing.reopen')}
          </Button>
        </>
      }
    >
      <p>{t('signing.reopen_text')}</p>
      <p>{t('signing.reopen_kept', { version: version.number })}</p>
      {error ? (
        <Notice tone="err" announce="alert">
          {error}
        </Notice>
      ) : null}
    </Dialog>
  );
}
