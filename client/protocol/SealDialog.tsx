import type { VersionRef } from '#shared/api/view.ts';
import { useApi, useLanguage, useT, useView } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { listNames } from './names.ts';
import { useRequest } from './useRequest.ts';

/** The question before sealing: it says who has not decided and who does not agree. */
export function SealDialog(props: { version: VersionRef; open: boolean; onClose: () => void }) {
  const { version, open, onClose } = props;
  const view = useView();
  const api = useApi();
  const t = useT();
  const { locale } = useLanguage();
  const { busy, error, run } = useRequest();
  const seal = async () => {
    const path = `/p/${view.me.participationId}/versions/${version.id}/seal`;
    if (await run(() => api.post(path))) {
      onClose();
    }
  };
  const named = (people: typeof view.signoffs) =>
    listNames(
      people.map(({ person }) => person.name),
      locale,
    );
  const undecided = view.signoffs.filter(({ state }) => state === 'offen');
  const against = view.signoffs.filter(({ decision }) => decision === 'nicht_einverstanden');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('signing.seal_title')}
      role="alertdialog"
      actions={
        <>
          <Button onClick={onClose} data-testid="protocol-seal-not-yet">
            {t('signing.seal_not_yet')}
          </Button>
          <Button variant="primary" onClick={seal} busy={busy} data-testid="protocol-seal-confirm">
            {t('signing.seal')}
          </Button>
        </>
      }
    >
      <p>{t('signing.seal_text', { version: version.number, code: version.code })}</p>
      <p data-testid="protocol-seal-open">
        {t('signing.seal_open', { count: undecided.length, names: named(undecided) })}{' '}
        {undecided.length > 0 ? t('signing.seal_open_later') : null}
      </p>
      {against.length > 0 ? <p>{t('signing.seal_against', { names: named(against) })}</p> : null}
      {error ? (
        <Notice tone="err" announce="alert">
          {error}
        </Notice>
      ) : null}
    </Dialog>
  );
}
