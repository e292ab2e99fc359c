import { useState } from 'react';
import type { HomePerson } from '#shared/api/answers.ts';
import { createLink } from '#shared/api/routes/participants.ts';
import { enterMeeting } from '#shared/api/routes/staff.ts';
import { useApi, useT } from '../app/context.ts';
import { languageChosen } from '../app/device/device-language.ts';
import { Button } from '../ui/controls/Button.tsx';
import { LinkToCopy } from '../ui/controls/LinkToCopy.tsx';
import { Dialog } from '../ui/overlays/Dialog.tsx';
import styles from './NewLink.module.css';
import page from './Page.module.css';
import { asApiError } from './useAnswer.ts';

export interface NewLinkProps {
  meetingId: string;
  person: HomePerson;
  onMade: () => Promise<void>;
}

/** Makes a new personal link and shows it once, to be copied into a message. */
export function NewLink({ meetingId, person, onMade }: NewLinkProps) {
  const t = useT();
  const api = useApi();
  const [url, setUrl] = useState<string | null>(null);
  const [problem, setProblem] = useState('');

  async function make(): Promise<void> {
    setProblem('');
    try {
      const { participationId } = await api.call(enterMeeting, {
        params: { meetingId },
        body: { language: languageChosen() },
      });
      const params = { participationId, other: person.participationId };
      setUrl((await api.call(createLink, { params })).url);
    } catch (error) {
      setProblem(asApiError(error).message);
    }
  }

  async function close(): Promise<void> {
    setUrl(null);
    await onMade();
  }

  return (
    <>
      <button type="button" className={styles['inlineLink']} onClick={make}>
        {t('start.home.new_link')}
      </button>
      {problem === '' ? null : (
        <span role="alert" className={page['problem']}>
          {problem}
        </span>
      )}
      <Dialog
        open={url !== null}
        onClose={close}
        wide
        title={t('people.link_title', { name: person.person.name })}
        actions={<Button onClick={close}>{t('people.link_close')}</Button>}
      >
        <LinkToCopy url={url ?? ''} />
      </Dialog>
    </>
  );
}
