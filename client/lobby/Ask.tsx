import { confirmIdentity, notMe } from '#shared/api/routes/participants.ts';
import type { LobbyView } from '#shared/api/view.ts';
import { useApi, useLanguage, useT } from '../app/context.ts';
import { useTitle } from '../app/title.ts';
import { type Request, useRequest } from '../app/useRequest.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Segmented } from '../ui/controls/Segmented.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { PageHeading } from '../ui/text/PageHeading.tsx';
import { AccessHeader } from './AccessHeader.tsx';
import { isOwnPlan, unbroken } from './names.ts';
import { useSettings } from './useSettings.ts';

export interface AskProps {
  view: LobbyView;
  /** Said "Nein", and the server knows. */
  onNotMe: () => void;
}

/** "Bist du Leon?": nothing of the meeting is told before somebody says yes. */
export function Ask({ view, onNotMe }: AskProps) {
  const t = useT();
  const api = useApi();
  const { busy, error, run } = useRequest();
  const { me } = view;
  const { setLanguage } = useSettings(me.participationId);
  const place = { params: { participationId: me.participationId } };
  const sayNo = (): Promise<boolean> => run(() => api.call(notMe, place).then(onNotMe));
  const sayYes = (): Promise<boolean> => run(() => api.call(confirmIdentity, place));
  const name = me.person ? unbroken(me.person.name) : null;
  useTitle(name === null ? t('access.ask_screen_title') : t('access.ask_title', { name }));
  return (
    <div className="access-page" data-scale="phone">
      <AccessHeader onLanguage={(language) => run(() => setLanguage(language))} />
      <main className="access-main">
        {name === null ? (
          <PageHeading>{t('access.ask_screen_title')}</PageHeading>
        ) : (
          <PageHeading>
            {t('access.ask_hello')}
            <br />
            {t('access.ask_title', { name })}
          </PageHeading>
        )}
        <p>{aboutText(view, t)}</p>
        <div className="access-actions">
          {error ? <Notice tone="warn">{error}</Notice> : null}
          <Button className="access-big" variant="primary" size="big" wide busy={busy} onClick={sayYes}>
            {name === null ? t('access.ask_screen_yes') : t('access.ask_yes', { name })}
          </Button>
          <Button className="access-big" size="big" wide busy={busy} onClick={sayNo}>
            {t('access.ask_no')}
          </Button>
        </div>
        {me.person ? <AddressChoice participationId={me.participationId} run={run} /> : null}
      </main>
    </div>
  );
}

function aboutText(view: LobbyView, t: ReturnType<typeof useT>): string {
  const { childName: child } = view.meeting;
  if (view.me.person === null) {
    return t('access.ask_screen_text', { child });
  }
  return isOwnPlan(view) ? t('access.ask_own_plan') : t('access.ask_plan', { child });
}

interface AddressChoiceProps {
  participationId: string;
  run: Request['run'];
}

/** du or Sie; a language with one form of address does not ask. */
function AddressChoice({ participationId, run }: AddressChoiceProps) {
  const t = useT();
  const { address, addresses } = useLanguage();
  const { setAddress } = useSettings(participationId);
  if (addresses.length <= 1) {
    return null;
  }
  return (
    <div className="access-choices">
      <div>
        <p>{t('access.address')}</p>
        <Segmented
          wide
          label={t('access.address')}
          value={address}
          options={[
            { value: 'du', label: t('access.address_du') },
            { value: 'sie', label: t('access.address_sie') },
          ]}
          onChange={(value) => run(() => setAddress(value))}
        />
      </div>
    </div>
  );
}
