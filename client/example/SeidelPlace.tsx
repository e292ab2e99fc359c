import { useState } from 'react';
import { signInToExample } from '#shared/api/routes/example.ts';
import { enterMeeting, loadHome } from '#shared/api/routes/staff.ts';
import type { Api } from '../app/api.ts';
import { useApi, useT } from '../app/context.ts';
import { languageChosen } from '../app/device/device-language.ts';
import page from '../home/Page.module.css';
import { asApiError } from '../home/useAnswer.ts';
import { Button } from '../ui/controls/Button.tsx';
import { ExternalLink } from '../ui/icons.ts';
import { VisuallyHidden } from '../ui/text/VisuallyHidden.tsx';

/** The facilitator signs in; of the example's meetings the one that runs is opened at once. */
export function SeidelPlace({ name }: { name: string }) {
  const t = useT();
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function open(): Promise<void> {
    // The tab is opened inside the press; later the browser would take it for an advertisement.
    const tab = window.open('', '_blank');
    setBusy(true);
    setProblem('');
    try {
      const path = await enterAsFacilitator(api);
      (tab ?? window).location.href = path;
    } catch (error) {
      tab?.close();
      setProblem(asApiError(error).message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button variant="primary" size="small" iconEnd={<ExternalLink />} busy={busy} onClick={open}>
        {t('start.open')} <VisuallyHidden>{t('start.open_for', { name })}</VisuallyHidden>
      </Button>
      {problem === '' ? null : (
        <p className={page['problem']} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

async function enterAsFacilitator(api: Api): Promise<string> {
  await api.call(signInToExample);
  const { meetings } = await api.call(loadHome);
  const running = meetings.find(({ state }) => state !== 'sealed');
  if (!running) {
    return '/heute';
  }
  const { participationId } = await api.call(enterMeeting, {
    params: { meetingId: running.facts.id },
    body: { language: languageChosen() },
  });
  return `/p/${participationId}`;
}
