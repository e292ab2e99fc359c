import { reopen as reopenRoute } from '#shared/api/routes/protocol.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { useApi, useT, useView } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Question } from '../../ui/overlays/Question.tsx';

/** The question before reopening: everybody has to decide once more. */
export function ReopenDialog(props: { version: VersionRef; open: boolean; onClose: () => void }) {
  const { version, open, onClose } = props;
  const view = useView();
  const api = useApi();
  const t = useT();
  const { busy, error, run } = useRequest();
  const reopen = async () => {
    if (await run(() => api.call(reopenRoute, { params: { participationId: view.me.participationId } }))) {
      onClose();
    }
  };
  return (
    <Question
      open={open}
      onClose={onClose}
      title={t('signing.reopen_title')}
      no={t('signing.reopen_not')}
      yes={t('signing.reopen')}
      onYes={reopen}
      busy={busy}
      error={error}
      testIds={{ no: 'protocol-reopen-not', yes: 'protocol-reopen-confirm' }}
    >
      <p>{t('signing.reopen_text')}</p>
      <p>{t('signing.reopen_kept', { version: version.number })}</p>
    </Question>
  );
}
