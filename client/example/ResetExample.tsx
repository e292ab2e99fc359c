import { useState } from 'react';
import { resetExample } from '#shared/api/routes/example.ts';
import { useApi, useT } from '../app/context.ts';
import page from '../home/Page.module.css';
import { asApiError } from '../home/useAnswer.ts';
import { Button } from '../ui/controls/Button.tsx';
import { RotateCcw } from '../ui/icons.ts';
import { Dialog } from '../ui/overlays/Dialog.tsx';
import row from './Row.module.css';

/** Puts the example back to how it was; what was tried is gone, so it asks first. */
export function ResetExample({ onReset }: { onReset: () => Promise<void> }) {
  const t = useT();
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<{ busy: boolean; said: string }>({ busy: false, said: '' });

  async function reset(): Promise<void> {
    setState({ busy: true, said: '' });
    try {
      await api.call(resetExample);
      await onReset();
      setState({ busy: false, said: t('start.reset_done') });
    } catch (error) {
      setState({ busy: false, said: asApiError(error).message });
    }
    setAsking(false);
  }

  return (
    <>
      <button type="button" className={row['row']} onClick={() => setAsking(true)}>
        <RotateCcw />
        {t('start.reset')}
      </button>
      <p role="status" className={page['small']}>
        {state.said}
      </p>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        role="alertdialog"
        title={t('start.reset_title')}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('start.reset_keep')}</Button>
            <Button variant="primary" busy={state.busy} onClick={reset}>
              {t('start.reset_go')}
            </Button>
          </>
        }
      >
        <p>{t('start.reset_text')}</p>
      </Dialog>
    </>
  );
}
