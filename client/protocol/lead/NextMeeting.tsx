import { useState } from 'react';
import { enterMeeting } from '#shared/api/routes/staff.ts';
import { useApi, useLanguage, useT, useView } from '../../app/context.ts';
import { close, open, useOpened } from '../../app/opened.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Button, ButtonLink } from '../../ui/controls/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { CalendarPlus } from '../../ui/icons.ts';
import styles from '../decide/DonePage.module.css';
import { NextMeetingDialog } from './NextMeetingDialog.tsx';

/** What comes next: the next meeting is made, or the way to it. */
export function NextMeeting({ agreed }: { agreed: string | undefined }) {
  const view = useView();
  const t = useT();
  const isOpen = useOpened('next-meeting') !== null;
  const [made, setMade] = useState<string | null>(null);
  if (made) {
    return (
      <Notice
        actions={
          <ButtonLink variant="primary" href={`/p/${made}`} data-testid="protocol-next-go">
            {t('signing.next_go')}
          </ButtonLink>
        }
      >
        {t('signing.next_done')}
      </Notice>
    );
  }
  if (view.nextMeetingId) {
    return <ExistingMeeting meetingId={view.nextMeetingId} />;
  }
  return (
    <div className={styles['row']}>
      <Button
        variant="primary"
        icon={<CalendarPlus />}
        onClick={() => open('next-meeting', 'yes')}
        data-testid="protocol-next"
      >
        {t('signing.next_title')}
      </Button>
      <NextMeetingDialog
        agreed={agreed}
        open={isOpen}
        onClose={() => close('next-meeting')}
        onMade={setMade}
      />
    </div>
  );
}

/** Made before, here or by somebody else: it is entered like any meeting of one's own. */
function ExistingMeeting({ meetingId }: { meetingId: string }) {
  const api = useApi();
  const t = useT();
  const { language } = useLanguage();
  const { busy, error, run } = useRequest();
  const enter = () =>
    run(async () => {
      const { participationId } = await api.call(enterMeeting, { params: { meetingId }, body: { language } });
      window.location.assign(`/p/${participationId}`);
    });
  return (
    <Notice
      tone={error ? 'err' : 'info'}
      announce={error ? 'alert' : 'none'}
      actions={
        <Button onClick={enter} busy={busy} data-testid="protocol-next-go">
          {t('signing.next_go')}
        </Button>
      }
    >
      {error ?? t('signing.next_done')}
    </Notice>
  );
}
